package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What is true of a dossier now, beside its state and its due date.
 *
 * @param paused whether the clock stands still
 * @param negative whether the result is a refusal to settle (từ chối giải quyết)
 * @param supplements how often a supplement was asked for
 * @param reAppointments how often another date was promised
 * @param corrections how often the agency took it back to correct an error of its own
 * @param submittedAt when it was handed in; the moment of receipt where both are one
 * @param clockFrom the moment from which the time limit counts: the receipt, or the complete dossier after a supplement
 * @param firstDue the date promised first
 * @param endedAt when nothing was owed any more: settled, refused, withdrawn or stopped
 * @param rule the rule set under which it was received
 * @param assignee who has it on the desk
 * @param position where it stands in the agency's internal procedure
 */
public record Standing(
        Places places,
        boolean paused,
        boolean negative,
        int supplements,
        int reAppointments,
        int corrections,
        LocalDateTime submittedAt,
        LocalDateTime clockFrom,
        LocalDateTime firstDue,
        Optional<LocalDateTime> endedAt,
        Optional<DeadlineRule> rule,
        Optional<Assignee> assignee,
        Optional<Position> position) {

    public Standing {
        requireNonNull(places, "places");
        requireNonNull(submittedAt, "submittedAt");
        requireNonNull(clockFrom, "clockFrom");
        requireNonNull(firstDue, "firstDue");
        requireNonNull(endedAt, "endedAt");
        requireNonNull(rule, "rule");
        requireNonNull(assignee, "assignee");
        requireNonNull(position, "position");
    }

    /** Of a dossier that was received just now. */
    public static Standing received(
            Places places, LocalDateTime at, Appointment appointment, Optional<DeadlineRule> rule) {
        return new Standing(
                places,
                false,
                false,
                0,
                0,
                0,
                at,
                at,
                appointment.due(),
                Optional.empty(),
                rule,
                Optional.empty(),
                Optional.empty());
    }

    /** Who has it on the desk. */
    public record Assignee(String account, String name) {
        public Assignee {
            requireNonNull(account, "account");
            requireNonNull(name, "name");
        }
    }

    /**
     * Where it stands in the agency's internal procedure (quy trình nội bộ).
     *
     * @param workflow id of the version of the internal procedure
     * @param step key of the step
     * @param due when the step should be done; it never moves the legal date
     */
    public record Position(long workflow, String step, Optional<LocalDateTime> due) {
        public Position {
            requireNonNull(step, "step");
            requireNonNull(due, "due");
        }
    }
}
