package vn.kientao.reform.procedures.domain.paper;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierEvent;
import vn.kientao.reform.procedures.domain.dossier.DossierHistory;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.dossier.DueChange;
import vn.kientao.reform.procedures.domain.dossier.FinancialDuty;
import vn.kientao.reform.procedures.domain.dossier.Pause;
import vn.kientao.reform.procedures.domain.dossier.SupplementRequest;

/**
 * What a paper says beside the data of the dossier: the record of the step that it goes with. Nobody types it a second
 * time, so that paper and record cannot differ.
 *
 * @param record tells the records of a kind apart: each has one paper; 0 where there is one of the kind
 * @param reason empty where the kind has none
 * @param basis the document or the provision that the step rests on; may be empty
 * @param guide whom the applicant may ask; may be empty
 * @param items what to bring or to correct; empty where the kind asks for nothing
 * @param was the date promised before
 * @param until the new date, or until when the applicant should answer
 */
public record PaperDetails(
        long record,
        String reason,
        String basis,
        String guide,
        List<SupplementRequest.Item> items,
        Optional<LocalDateTime> was,
        Optional<LocalDateTime> until) {

    public PaperDetails {
        requireNonNull(reason, "reason");
        requireNonNull(basis, "basis");
        requireNonNull(guide, "guide");
        items = List.copyOf(items);
        requireNonNull(was, "was");
        requireNonNull(until, "until");
    }

    /** Of a paper that says nothing but the dossier's own data. */
    static PaperDetails none(long record) {
        return because(record, "", "");
    }

    /** From the last step of the kind; empty while there was none, and so nothing to write. */
    public static Optional<PaperDetails> of(PaperKind kind, Dossier dossier, DossierHistory history) {
        return switch (kind) {
            case RECEIPT -> when(dossier.status() != DossierStatus.REGISTERED, none(0));
            case CONTROL -> Optional.of(none(dossier.version()));
            case HAND_OVER -> when(dossier.status() == DossierStatus.HANDED_OVER, none(dossier.version()));
            case SUPPLEMENT ->
                last(history.supplements().stream()
                                .filter(request -> request.askedAt().isPresent())
                                .toList())
                        .map(PaperDetails::supplement);
            case APOLOGY ->
                last(history.dueChanges().stream()
                                .filter(change -> change.cause() == DossierAction.RE_APPOINT)
                                .toList())
                        .map(PaperDetails::apology);
            case FEE_NOTICE -> last(history.duties()).map(duty -> none(duty.number()));
            case FEE_RECEIPT ->
                last(history.duties().stream().filter(PaperDetails::takenHere).toList())
                        .map(duty -> none(duty.number()));
            case OPINION_REQUEST -> last(history.opinions()).map(opinion -> none(opinion.number()));
            case PAUSE ->
                last(history.pauses().stream()
                                .filter(pause -> pause.cause() == Pause.Cause.OTHER)
                                .toList())
                        .map(pause -> because(pause.number(), pause.reason(), pause.document()));
            case CORRECTION ->
                last(history.corrections())
                        .map(correction -> because(correction.number(), correction.what(), correction.document()));
            case REFUSAL, STOP ->
                last(dossier.events().stream()
                                .filter(event -> kind.steps().contains(event.action()))
                                .toList())
                        .map(PaperDetails::end);
            case REGISTER, HAND_OVER_LIST -> Optional.empty();
        };
    }

    /** Whoever takes money writes the receipt: of money that the receiving unit took there is none here. */
    private static boolean takenHere(FinancialDuty duty) {
        return duty.payment().filter(payment -> payment.takenBy().isEmpty()).isPresent();
    }

    private static PaperDetails supplement(SupplementRequest request) {
        return new PaperDetails(
                request.number(),
                request.reason(),
                "",
                request.guide(),
                request.items(),
                Optional.empty(),
                request.respondBy());
    }

    private static PaperDetails apology(DueChange change) {
        return new PaperDetails(
                change.number(),
                change.reason(),
                "",
                "",
                List.of(),
                Optional.of(change.was()),
                Optional.of(change.due()));
    }

    private static PaperDetails end(DossierEvent event) {
        return because(event.version(), event.note(), event.document());
    }

    private static PaperDetails because(long record, String reason, String basis) {
        return new PaperDetails(record, reason, basis, "", List.of(), Optional.empty(), Optional.empty());
    }

    private static <T> Optional<T> last(List<T> records) {
        return records.isEmpty() ? Optional.empty() : Optional.of(records.get(records.size() - 1));
    }

    private static Optional<PaperDetails> when(boolean there, PaperDetails details) {
        return there ? Optional.of(details) : Optional.empty();
    }
}
