package vn.kientao.reform.procedures.app.returning;

import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.Masking;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.domain.dossier.Applicant;
import vn.kientao.reform.procedures.domain.dossier.ReceivedPaper;
import vn.kientao.reform.procedures.domain.dossier.Submission;
import vn.kientao.reform.procedures.domain.returning.Earlier;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.returning.EarlierDossiers;

/**
 * Finds what somebody who comes again has given this agency before, by the exact id or phone number (Nghị định
 * 45/2020/NĐ-CP, Điều 16 khoản 3; Nghị định 118/2025/NĐ-CP; Nghị định 224/2026/NĐ-CP, Điều 15 khoản 1 điểm d: what was
 * digitised, and what the agency has decided itself, is not asked for again). Each look leaves an audit entry
 * without the number itself.
 */
@Component(service = ReturningCitizens.class)
public final class ReturningCitizens {
    private final Database database;
    private final AuditTrail audit;
    private final EarlierDossiers dossiers = new EarlierDossiers();

    @Activate
    public ReturningCitizens(
            @Reference Database database, @Reference AuditTrail audit, @Reference ProcedureTables tables) {
        this.database = database;
        this.audit = audit;
    }

    /** What is offered to the officer who asks; it goes into the audit trail that they asked. */
    public Earlier look(String number, Doer doer) {
        LocalDate today = doer.at().toLocalDate();
        return database.write(handle -> {
            Earlier found = isPhone(number)
                    ? dossiers.byPhone(handle, doer.agency(), number, today)
                    : dossiers.byIdNumber(handle, doer.agency(), number, today);
            audit.record(
                    handle,
                    doer.audit()
                            .entry(
                                    "procedures.returning-look-up",
                                    "applicant",
                                    Masking.number(number),
                                    "{\"by\":\"" + (isPhone(number) ? "phone" : "id-number") + "\",\"papers\":"
                                            + found.papers().size() + ",\"results\":"
                                            + found.results().size() + "}"));
            return found;
        });
    }

    /**
     * Whether the paper may be re-used by this applicant: it is theirs, digitised and still valid, or the result of one of
     * their dossiers.
     */
    public boolean offers(String agency, Submission submission, ReceivedPaper paper, LocalDate today) {
        Applicant applicant = submission.applicant();
        return database.read(handle -> has(dossiers.byPhone(handle, agency, applicant.phone(), today), paper)
                || (!applicant.idNumber().isEmpty()
                        && has(dossiers.byIdNumber(handle, agency, applicant.idNumber(), today), paper)));
    }

    private static boolean has(Earlier found, ReceivedPaper paper) {
        if (paper.digital() == ReceivedPaper.Digital.RE_USED_RESULT) {
            return found.results().stream().anyMatch(one -> one.source().equals(paper.source()));
        }
        return found.papers().stream()
                .anyMatch(one -> one.source().equals(paper.source())
                        && found.paper(paper.name()).isPresent());
    }

    private static boolean isPhone(String number) {
        return number.matches("0\\d{9,10}");
    }
}
