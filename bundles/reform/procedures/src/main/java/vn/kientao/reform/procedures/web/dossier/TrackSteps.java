package vn.kientao.reform.procedures.web.dossier;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierEvent;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.web.dossier.TrackModel.Step;

/** The way of a dossier in plain words: received, being processed (where), result ready, handed over. */
final class TrackSteps {
    private static final String DONE = "kt-event-done";
    private static final String PRESENT = "kt-event-progress";
    private static final String AHEAD = "kt-event-ahead";

    /** What the applicant is told of the way between receipt and result. */
    private static final Set<DossierAction> TOLD = EnumSet.of(
            DossierAction.ASK_SUPPLEMENT,
            DossierAction.SUPPLEMENT,
            DossierAction.ASSIGN,
            DossierAction.SEND_BACK,
            DossierAction.PASS_ON,
            DossierAction.ASK_PAYMENT,
            DossierAction.CONFIRM_PAYMENT,
            DossierAction.PAUSE,
            DossierAction.RESUME,
            DossierAction.RE_APPOINT,
            DossierAction.LINK,
            DossierAction.LINK_UP,
            DossierAction.LINK_BACK,
            DossierAction.CORRECT,
            DossierAction.REFUSE,
            DossierAction.WITHDRAW,
            DossierAction.STOP);

    private final Dossier dossier;
    private final String agency;
    private final boolean late;
    private final Texts texts;

    TrackSteps(Dossier dossier, String agency, boolean late, Texts texts) {
        this.dossier = dossier;
        this.agency = agency;
        this.late = late;
        this.texts = texts;
    }

    List<Step> all() {
        List<Step> steps = new ArrayList<>();
        steps.add(received());
        steps.addAll(told(event -> !forwardedBefore(event)));
        if (reached() > 0 || last(DossierAction.FORWARD).isPresent()) {
            steps.add(processing());
        }
        steps.addAll(told(this::forwardedBefore));
        if (reached() > 0) {
            steps.add(ready());
            steps.add(handedOver());
        }
        return steps;
    }

    private boolean forwardedBefore(DossierEvent event) {
        return last(DossierAction.FORWARD)
                .filter(forwarded -> forwarded.version() < event.version())
                .isPresent();
    }

    private List<Step> told(Predicate<DossierEvent> which) {
        return dossier.events().stream()
                .filter(event -> TOLD.contains(event.action()))
                .filter(which)
                .map(this::told)
                .toList();
    }

    /** Something that happened on the way; what was said about it inside the agency stays there. */
    private Step told(DossierEvent event) {
        boolean last = (reached() == 0 || waits()) && event.version() == dossier.version();
        return new Step(
                last ? PRESENT : DONE,
                texts.get("track.event." + event.action().word()),
                Formats.time(event.at()),
                event.place().isEmpty() ? "" : texts.get("track.event.place", event.place()),
                last);
    }

    private Step received() {
        String words = texts.get("track.step.received.at", agency) + receiver();
        return new Step(
                style(1), texts.get("track.step.received"), Formats.time(dossier.receivedAt()), words, reached() == 1);
    }

    /** The officer who took the dossier in stands on the receipt, too (Decree 224/2026/NĐ-CP, Article 15: body and person). */
    private String receiver() {
        return dossier.events().stream()
                .filter(event ->
                        event.action() == DossierAction.RECEIVE && !event.who().isEmpty())
                .map(event -> ". " + texts.get("track.step.received.by", event.who()))
                .findFirst()
                .orElse("");
    }

    private String handler() {
        return dossier.standing()
                .assignee()
                .map(one -> ". " + texts.get("track.step.processing.by", one.name()))
                .orElse("");
    }

    private Step processing() {
        boolean present = reached() == 2 && !waits();
        String place = dossier.place().isEmpty() ? agency : dossier.place() + ", " + agency;
        String words = reached() == 2 ? texts.get("track.step.processing.at", place) + handler() : "";
        String title =
                present || last(DossierAction.FORWARD).isEmpty() ? "track.step.processing" : "track.step.forwarded";
        return new Step(style(2), texts.get(title), when(DossierAction.FORWARD), words, present);
    }

    private Step ready() {
        String words = reached() < 3
                ? texts.get(
                        "track.step.ready.due",
                        Formats.time(dossier.appointment().due()))
                : "";
        return new Step(
                style(3),
                texts.get(dossier.standing().negative() ? "track.step.declined" : "track.step.ready"),
                when(dossier.standing().negative() ? DossierAction.DECLINE : DossierAction.FINISH),
                words,
                reached() == 3);
    }

    private Step handedOver() {
        return new Step(
                reached() == 4 ? DONE : AHEAD,
                texts.get("track.step.handed-over"),
                when(DossierAction.HAND_OVER),
                "",
                reached() == 4);
    }

    /** Whether it is the applicant's turn. */
    private boolean waits() {
        return dossier.status() == DossierStatus.SUPPLEMENT_ASKED || dossier.status() == DossierStatus.PAYMENT_ASKED;
    }

    private String style(int step) {
        if (step == reached() && !waits()) {
            return PRESENT;
        }
        return reached() == 0 || step <= reached() ? DONE : AHEAD;
    }

    private int reached() {
        return switch (dossier.status()) {
            case PROCESSING, SUPPLEMENT_ASKED, PAYMENT_ASKED -> 2;
            case FINISHED -> 3;
            case HANDED_OVER -> 4;
            case REGISTERED, RECEIVED -> 1;
            case REFUSED, WITHDRAWN, STOPPED -> 0;
        };
    }

    private String when(DossierAction action) {
        return last(action).map(DossierEvent::at).map(Formats::time).orElse("");
    }

    private Optional<DossierEvent> last(DossierAction action) {
        return dossier.events().stream()
                .filter(event -> event.action() == action)
                .reduce((earlier, later) -> later);
    }

    /** What the citizen does next: one thing. */
    String next() {
        if (dossier.status() == DossierStatus.FINISHED) {
            return texts.get("track.next.ready", agency);
        }
        if (dossier.status() == DossierStatus.HANDED_OVER) {
            return texts.get("track.next.handed-over");
        }
        if (dossier.status() == DossierStatus.SUPPLEMENT_ASKED) {
            return texts.get("track.next.supplement", when(DossierAction.ASK_SUPPLEMENT), agency);
        }
        if (dossier.status() == DossierStatus.PAYMENT_ASKED) {
            return texts.get("track.next.payment", agency);
        }
        if (!dossier.status().running()) {
            return texts.get("track.next.ended", agency);
        }
        String due = Formats.date(dossier.appointment().due().toLocalDate());
        if (!late && dossier.standing().reAppointments() > 0) {
            String first = Formats.date(dossier.standing().firstDue().toLocalDate());
            return texts.get("track.next.promised-again", first, due);
        }
        return late ? texts.get("track.next.late", due, agency) : texts.get("track.next.wait", due);
    }
}
