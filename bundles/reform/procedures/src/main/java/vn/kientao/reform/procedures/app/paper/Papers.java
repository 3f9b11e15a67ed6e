package vn.kientao.reform.procedures.app.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.documents.LetterNumber;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.paper.IssuedPaper;
import vn.kientao.reform.procedures.domain.paper.PaperAgency;
import vn.kientao.reform.procedures.domain.paper.PaperDetails;
import vn.kientao.reform.procedures.domain.paper.PaperForm;
import vn.kientao.reform.procedures.domain.paper.PaperKind;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.paper.IssuedPapers;
import vn.kientao.reform.procedures.store.paper.PaperAgencies;
import vn.kientao.reform.procedures.store.paper.PaperForms;
import vn.kientao.reform.procedures.store.paper.PaperNumbers;

/** Issues the papers of dossiers: composed, numbered, kept and written down in one transaction. */
@Component(service = Papers.class)
public final class Papers {
    private final Database database;
    private final AuditTrail auditTrail;
    private final PaperForms forms = new PaperForms();
    private final PaperNumbers numbers = new PaperNumbers();
    private final PaperAgencies agencies = new PaperAgencies();
    private final IssuedPapers issued = new IssuedPapers();

    @Activate
    public Papers(@Reference Database database, @Reference AuditTrail auditTrail, @Reference ProcedureTables tables) {
        this.database = database;
        this.auditTrail = auditTrail;
    }

    /** The forms for papers of a dossier, in force when it was received. */
    public List<PaperForm> forms(Dossier dossier) {
        return database.read(handle -> forms.on(handle, dossier.receivedAt().toLocalDate())).stream()
                .filter(form -> form.kind().ofDossier())
                .filter(form -> form.kind() != PaperKind.HAND_OVER || dossier.status() == DossierStatus.HANDED_OVER)
                .toList();
    }

    /** The form of a kind in force on a day. */
    public Optional<PaperForm> form(PaperKind kind, LocalDate day) {
        return database.read(handle -> forms.on(handle, kind, day));
    }

    /** What was issued for a dossier, in that order. */
    public List<IssuedPaper> of(Dossier dossier) {
        return database.read(handle -> issued.ofDossier(handle, dossier.agency(), dossier.id()));
    }

    public PaperAgency says(String agency) {
        return database.read(handle -> agencies.find(handle, agency));
    }

    /** Changes what the papers of the doer's agency say about it; issued papers stay as they are. */
    public void say(PaperAgency says, Doer doer) {
        database.write(transaction -> {
            agencies.keep(transaction, doer.agency(), says);
            auditTrail.record(transaction, doer.audit().entry("procedures.paper-agency", "agency", doer.agency(), ""));
            return says;
        });
    }

    /**
     * The receipt of a dossier: the one that was issued, or a new one when there is none yet.
     *
     * @throws PaperNotAllowedException when no form was in force
     */
    public IssuedPaper receipt(Dossier dossier, PaperHead head, Doer doer) {
        return database.write(transaction -> {
            String once = "receipt " + dossier.code();
            Optional<IssuedPaper> before = issued.byOnceKey(transaction, dossier.agency(), once);
            return before.orElseGet(() -> issue(
                    transaction,
                    dossier,
                    PaperKind.RECEIPT,
                    PaperDetails.NONE,
                    head,
                    dossier.events().get(0).who(),
                    doer,
                    Optional.of(once)));
        });
    }

    /**
     * Issues a paper. A repetition with the same key by the same account answers with the first.
     *
     * @throws PaperNotAllowedException when no form of the kind was in force
     */
    public IssuedPaper issue(Dossier dossier, PaperKind kind, PaperDetails details, PaperHead head, Doer doer) {
        Optional<String> once = doer.onceKey().map(key -> doer.account() + " " + key);
        return database.write(transaction -> once.flatMap(key -> issued.byOnceKey(transaction, dossier.agency(), key))
                .orElseGet(() -> issue(transaction, dossier, kind, details, head, doer.name(), doer, once)));
    }

    private IssuedPaper issue(
            Handle transaction,
            Dossier dossier,
            PaperKind kind,
            PaperDetails details,
            PaperHead head,
            String officer,
            Doer doer,
            Optional<String> once) {
        LocalDate receivedOn = dossier.receivedAt().toLocalDate();
        PaperForm form = forms.on(transaction, kind, receivedOn)
                .orElseThrow(() -> new PaperNotAllowedException(kind, receivedOn));
        PaperAgency says = agencies.find(transaction, dossier.agency());
        LocalDate day = kind == PaperKind.RECEIPT ? receivedOn : doer.at().toLocalDate();
        @Nullable
        Integer number = form.numbered() ? numbers.next(transaction, dossier.agency(), kind, day.getYear()) : null;
        String reference =
                number == null ? "" : new LetterNumber(number, form.symbol() + "-" + says.abbreviation()).toString();
        IssuedPaper paper = new IssuedPaper(
                0,
                kind,
                reference,
                doer.at(),
                officer,
                new PaperComposer(form, dossier, details, head, officer).letter(reference, says.place(), day));
        long id = issued.insert(transaction, dossier.agency(), dossier.id(), form, number, paper, doer.account(), once);
        auditTrail.record(
                transaction,
                doer.audit()
                        .entry(
                                "procedures.issue-paper",
                                "dossier",
                                dossier.code().toString(),
                                "{\"paper\":\"" + kind.word() + "\",\"id\":" + id + "}"));
        return new IssuedPaper(id, kind, reference, paper.issuedAt(), officer, paper.letter());
    }
}
