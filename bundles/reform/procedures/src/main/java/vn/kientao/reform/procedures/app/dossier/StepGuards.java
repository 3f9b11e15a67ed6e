package vn.kientao.reform.procedures.app.dossier;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierHistory;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.dossier.Pause;
import vn.kientao.reform.procedures.domain.dossier.RuleSettings;
import vn.kientao.reform.procedures.domain.dossier.SupplementRequest;
import vn.kientao.reform.procedures.domain.dossier.Transition;
import vn.kientao.reform.procedures.domain.dossier.Transition.Guard;

/** Whether the conditions of a line of the table hold. */
final class StepGuards {
    private final DossierClock clock;

    StepGuards(DossierClock clock) {
        this.clock = clock;
    }

    /** The line by which a step may be taken now. */
    Transition line(Dossier dossier, DossierHistory history, DossierStep step, LocalDateTime now) {
        List<Transition> lines = Transition.of(dossier.status(), step.action());
        if (lines.isEmpty()) {
            throw new DossierNotAllowedException(dossier.code(), step.action(), dossier.status());
        }
        Question question = new Question(dossier, history, step, now);
        if (refusal(Guard.STAYS, question).isPresent()) {
            throw new DossierGuardException(dossier.code(), step.action(), Guard.STAYS, List.of());
        }
        Transition line = lines.stream()
                .filter(one -> one.guards().stream().noneMatch(guard -> turnsAway(guard, question)))
                .findFirst()
                .orElse(lines.get(0));
        for (Guard guard : line.guards()) {
            refusal(guard, question).ifPresent(arguments -> {
                throw new DossierGuardException(dossier.code(), step.action(), guard, arguments);
            });
        }
        return line;
    }

    /** The conditions that choose between two lines rather than forbid. */
    private boolean turnsAway(Guard guard, Question question) {
        return (guard == Guard.ASKED_BEFORE_RECEIPT || guard == Guard.ASKED_AFTER_RECEIPT)
                && refusal(guard, question).isPresent();
    }

    /** What the sentence needs that says why not; empty when the condition holds. */
    private Optional<List<String>> refusal(Guard guard, Question question) {
        Dossier dossier = question.dossier();
        DossierHistory history = question.history();
        RuleSettings settings = DossierClock.settings(dossier);
        LocalDateTime due = dossier.appointment().due();
        return switch (guard) {
            case ROUTED -> unless(dossier.standing().places().routed());
            case STAYS -> unless(dossier.standing().places().boundFor().isEmpty());
            case AT_RECEIVING_UNIT -> unless(!dossier.standing().places().fromElsewhere(dossier.agency()));
            case FROM_ELSEWHERE -> unless(dossier.standing().places().fromElsewhere(dossier.agency()));
            case ONE_REQUEST ->
                unless(dossier.standing().supplements() < settings.mostSupplements(), "" + settings.mostSupplements());
            case WITHIN_NOTICE -> {
                LocalDateTime last = clock.noticeBy(dossier);
                yield unless(!question.now().isAfter(last), "" + settings.noticeDays(), Formats.time(last));
            }
            case LEGAL_REASON ->
                unless(!question.step().note().isBlank()
                        && !question.step().document().isBlank());
            case NOT_SIGNED, NOTHING_SIGNED ->
                unless(dossier.result().isEmpty() && dossier.standing().corrections() == 0);
            case BEFORE_DUE_DAY ->
                unless(
                        !question.now().toLocalDate().isAfter(due.toLocalDate().minusDays(settings.apologyDays())),
                        "" + settings.apologyDays(),
                        Formats.time(due));
            case ONE_RE_APPOINTMENT ->
                unless(
                        dossier.standing().reAppointments() < settings.mostReAppointments(),
                        "" + settings.mostReAppointments());
            case IN_TIME -> unless(!question.now().isAfter(due), Formats.time(due));
            case LEGS_BACK ->
                unless(history.openLegs().isEmpty(), "" + history.openLegs().size());
            case LEG_OUT ->
                unless(history.openLegs().stream().anyMatch(leg -> leg.sentAt().isPresent()));
            case OPINION_OPEN -> unless(!history.openOpinions().isEmpty());
            case NOT_PAUSED -> unless(!dossier.standing().paused());
            case PAUSED ->
                unless(history.openPause()
                        .filter(pause -> pause.cause() == Pause.Cause.OTHER)
                        .isPresent());
            case COMPLETE ->
                unless(
                        question.step().missing().isEmpty(),
                        String.join("; ", question.step().missing()));
            case ASKED_BEFORE_RECEIPT -> unless(askedFrom(history) == DossierStatus.REGISTERED);
            case ASKED_AFTER_RECEIPT -> unless(askedFrom(history) != DossierStatus.REGISTERED);
        };
    }

    private static DossierStatus askedFrom(DossierHistory history) {
        return history.openSupplement().map(SupplementRequest::askedFrom).orElse(DossierStatus.PROCESSING);
    }

    private static Optional<List<String>> unless(boolean holds, String... arguments) {
        return holds ? Optional.empty() : Optional.of(List.of(arguments));
    }

    private record Question(Dossier dossier, DossierHistory history, DossierStep step, LocalDateTime now) {}
}
