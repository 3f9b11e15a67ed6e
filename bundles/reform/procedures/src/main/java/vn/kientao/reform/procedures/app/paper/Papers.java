package vn.kientao.reform.procedures.app.paper;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.documents.Letter;
import vn.kientao.platform.api.documents.LetterNumber;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.domain.competence.SentDossier;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierHistory;
import vn.kientao.reform.procedures.domain.dossier.FinancialDuty;
import vn.kientao.reform.procedures.domain.paper.IssuedPaper;
import vn.kientao.reform.procedures.domain.paper.PaperAgency;
import vn.kientao.reform.procedures.domain.paper.PaperDetails;
import vn.kientao.reform.procedures.domain.paper.PaperForm;
import vn.kientao.reform.procedures.domain.paper.PaperKind;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.dossier.DossierHistories;
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
    private final DossierHistories histories = new DossierHistories();

    @Activate
    public Papers(@Reference Database database, @Reference AuditTrail auditTrail, @Reference ProcedureTables tables) {
        this.database = database;
        this.auditTrail = auditTrail;
    }

    /** What can be issued for a dossier now, with what it will say. */
    public List<Offer> offers(Dossier dossier) {
        return database.read(handle -> {
            DossierHistory history = histories.of(handle, dossier.id());
            return ofDossier(handle, dossier)
                    .flatMap(form -> PaperDetails.of(form.kind(), dossier, history).stream()
                            .map(details -> new Offer(form, details, issued(handle, dossier, form.kind(), details))))
                    .toList();
        });
    }

    private boolean issued(Handle handle, Dossier dossier, PaperKind kind, PaperDetails details) {
        return issued.byOnceKey(handle, dossier.agency(), once(dossier, kind, details))
                .isPresent();
    }

    /** What makes a paper the only one of its record. */
    private static String once(Dossier dossier, PaperKind kind, PaperDetails details) {
        return kind.word() + (details.record() == 0 ? " " : " " + details.record() + " ") + dossier.code();
    }

    /** The forms in force when a dossier was received, in the order of their numbers. */
    public List<PaperForm> forms(Dossier dossier) {
        return database.read(handle -> ofDossier(handle, dossier).toList());
    }

    private Stream<PaperForm> ofDossier(Handle handle, Dossier dossier) {
        return forms.on(handle, dossier.receivedAt().toLocalDate()).stream()
                .filter(form -> form.kind().ofDossier())
                .sorted(Comparator.comparing((PaperForm form) -> form.number().isEmpty())
                        .thenComparing(PaperForm::number));
    }

    /** The form of a kind in force on a day. */
    public Optional<PaperForm> form(PaperKind kind, LocalDate day) {
        return database.read(handle -> forms.on(handle, kind, day));
    }

    /** What was issued for a dossier, in that order. */
    public List<IssuedPaper> of(Dossier dossier) {
        return database.read(handle -> issued.ofDossier(handle, dossier.agency(), dossier.id()));
    }

    /** What was sent to the applicant, newest last, as the tracking page may show it. */
    public List<IssuedPaper> letters(Dossier dossier) {
        List<String> others = Stream.concat(
                        Stream.of(dossier.handedTo()),
                        database.read(handle -> histories.of(handle, dossier.id())).duties().stream()
                                .flatMap(duty -> duty.payment().stream())
                                .map(FinancialDuty.Payment::payer))
                .toList();
        return of(dossier).stream()
                .filter(paper -> paper.kind().toApplicant())
                .map(paper -> new IssuedPaper(
                        paper.id(),
                        paper.kind(),
                        paper.reference(),
                        paper.issuedAt(),
                        paper.who(),
                        MaskedLetter.of(paper.letter(), dossier.submission(), others)))
                .toList();
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
     * The paper of a kind: the one that was issued for the last step of the kind, or a new one when there is none yet.
     *
     * @throws PaperNotAllowedException when no form was in force, or no step of the kind was taken
     */
    public IssuedPaper issue(Dossier dossier, PaperKind kind, PaperHead head, Doer doer) {
        return database.write(transaction -> {
            DossierHistory history = histories.of(transaction, dossier.id());
            PaperDetails details = PaperDetails.of(kind, dossier, history)
                    .orElseThrow(() -> new PaperNotAllowedException(kind, dossier.code()));
            String once = once(dossier, kind, details);
            Optional<IssuedPaper> before = issued.byOnceKey(transaction, dossier.agency(), once);
            return before.orElseGet(
                    () -> issue(transaction, new PaperSubject(kind, dossier, history, details), head, doer, once));
        });
    }

    /** What a receiving unit issued for a dossier that another agency settles, in that order. */
    public List<IssuedPaper> of(SentDossier sent) {
        return database.read(handle -> issued.ofDossier(handle, sent.unit(), sent.id()));
    }

    /**
     * Issues the receipt of the unit that took money for another agency, in the transaction that takes it.
     *
     * @throws PaperNotAllowedException when no form is in force
     */
    public void issue(Handle transaction, SentReceipt receipt, Doer doer) {
        LocalDate day = doer.at().toLocalDate();
        String unit = receipt.sent().unit();
        PaperForm form = forms.on(transaction, PaperKind.FEE_RECEIPT, day)
                .orElseThrow(() -> new PaperNotAllowedException(PaperKind.FEE_RECEIPT, day));
        PaperAgency says = agencies.find(transaction, unit);
        int number = numbers.next(transaction, unit, PaperKind.FEE_RECEIPT, day.getYear());
        String reference = new LetterNumber(number, form.symbol() + "-" + says.abbreviation()).toString();
        Letter letter = receipt.letter(form, says, reference);
        IssuedPaper paper = new IssuedPaper(0, PaperKind.FEE_RECEIPT, reference, doer.at(), doer.name(), letter);
        long id = issued.insert(
                transaction, unit, receipt.sent().id(), form, number, paper, doer.account(), Optional.empty());
        audited(transaction, doer, receipt.sent().code(), PaperKind.FEE_RECEIPT, id);
    }

    private IssuedPaper issue(Handle transaction, PaperSubject subject, PaperHead head, Doer doer, String once) {
        PaperKind kind = subject.kind();
        Dossier dossier = subject.dossier();
        LocalDate receivedOn = dossier.receivedAt().toLocalDate();
        PaperForm form = forms.on(transaction, kind, receivedOn)
                .orElseThrow(() -> new PaperNotAllowedException(kind, receivedOn));
        PaperAgency says = agencies.find(transaction, dossier.agency());
        boolean receipt = kind == PaperKind.RECEIPT;
        LocalDate day = receipt ? receivedOn : doer.at().toLocalDate();
        String officer = receipt ? dossier.events().get(0).who() : doer.name();
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
                new PaperComposer(form, subject, says, head, officer).letter(reference, day));
        long id = issued.insert(
                transaction, dossier.agency(), dossier.id(), form, number, paper, doer.account(), Optional.of(once));
        audited(transaction, doer, dossier.code().toString(), kind, id);
        return new IssuedPaper(id, kind, reference, paper.issuedAt(), officer, paper.letter());
    }

    private void audited(Handle transaction, Doer doer, String code, PaperKind kind, long id) {
        auditTrail.record(
                transaction,
                doer.audit()
                        .entry(
                                "procedures.issue-paper",
                                "dossier",
                                code,
                                "{\"paper\":\"" + kind.word() + "\",\"id\":" + id + "}"));
    }

    /**
     * A paper that can be issued.
     *
     * @param details what the record of its step says
     * @param issued whether it was issued already
     */
    public record Offer(PaperForm form, PaperDetails details, boolean issued) {
        public Offer {
            requireNonNull(form, "form");
            requireNonNull(details, "details");
        }
    }
}
