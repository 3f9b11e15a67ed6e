package vn.kientao.reform.procedures.app.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.dossier.Pause;
import vn.kientao.reform.procedures.domain.dossier.RuleSettings;
import vn.kientao.reform.procedures.domain.dossier.SupplementRequest;
import vn.kientao.reform.procedures.domain.dossier.SupplementRequest.Item;
import vn.kientao.reform.procedures.domain.dossier.SupplementRequest.State;

/** Asking for what is missing, once, and taking it (Decree 61/2018/NĐ-CP, Articles 11(2)c, 15(3), 17, 19(4)). */
public final class SupplementSteps {
    private SupplementSteps() {}

    /** The handler tells the desk what is missing; the desk may still change the list before it is sent. */
    public record Propose(List<Item> items, String note) implements DossierStep {
        public Propose {
            items = List.copyOf(items);
            requireNonNull(note, "note");
        }

        @Override
        public DossierAction action() {
            return DossierAction.PROPOSE_SUPPLEMENT;
        }

        @Override
        public void apply(StepWork work) {
            work.records()
                    .add(
                            work.transaction(),
                            work.id(),
                            new SupplementRequest(
                                    number(work),
                                    State.COMPOSED,
                                    work.present().status(),
                                    note,
                                    "",
                                    work.doer().name(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    items));
        }
    }

    /**
     * The desk sends the list to the applicant. Nothing can be added to it afterwards.
     *
     * @param guide whom the applicant may ask; may be empty
     * @param document number of the request; may be empty
     */
    public record Ask(List<Item> items, String note, String guide, String document, Optional<LocalDateTime> respondBy)
            implements DossierStep {
        public Ask {
            items = List.copyOf(items);
            requireNonNull(note, "note");
            requireNonNull(guide, "guide");
            requireNonNull(document, "document");
            requireNonNull(respondBy, "respondBy");
        }

        @Override
        public DossierAction action() {
            return DossierAction.ASK_SUPPLEMENT;
        }

        @Override
        public void apply(StepWork work) {
            work.next().askedForSupplement();
            work.stopClock(Pause.Cause.SUPPLEMENT, note, document);
            work.records()
                    .add(
                            work.transaction(),
                            work.id(),
                            new SupplementRequest(
                                    number(work),
                                    State.ASKED,
                                    work.present().status(),
                                    note,
                                    guide,
                                    work.doer().name(),
                                    Optional.of(work.now()),
                                    respondBy,
                                    Optional.empty(),
                                    items));
        }
    }

    /**
     * The applicant has handed in what was asked for.
     *
     * @param missing what is still not there: then nothing changes
     */
    public record Give(List<String> missing, String note) implements DossierStep {
        public Give {
            missing = List.copyOf(missing);
            requireNonNull(note, "note");
        }

        @Override
        public DossierAction action() {
            return DossierAction.SUPPLEMENT;
        }

        @Override
        public void apply(StepWork work) {
            SupplementRequest request = work.history().openSupplement().orElseThrow();
            work.records().complete(work.transaction(), work.id(), request, work.now());
            boolean restarts = request.askedFrom() == DossierStatus.REGISTERED
                    || work.settings().supplement() == RuleSettings.Supplement.RESTART;
            if (restarts) {
                work.restart(note);
            } else {
                work.runOn(note);
            }
        }
    }

    /** A list that is only composed gives way to the one that is sent. */
    private static int number(StepWork work) {
        return work.history()
                .openSupplement()
                .map(SupplementRequest::number)
                .orElse(StepWork.numberAfter(work.history().supplements()));
    }
}
