package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.time.DueDate;
import vn.kientao.platform.api.time.DueDate.CountedDay;
import vn.kientao.platform.api.time.TimeLimit;

/** When the result is promised (hẹn trả kết quả) and why then. */
public sealed interface Appointment {

    LocalDateTime due();

    /** The time limit in the words of the procedure; may be empty. */
    String limitText();

    /** The rule by which it was counted; empty for a date that an officer set. */
    default Optional<DeadlineRule> countedBy() {
        return Optional.empty();
    }

    /**
     * Counted by the rule in force when the dossier was received.
     *
     * @param countedFrom when the clock began
     * @param days every day from receipt to due date
     */
    record Counted(
            LocalDateTime due,
            TimeLimit limit,
            String limitText,
            DeadlineRule rule,
            LocalDateTime countedFrom,
            List<CountedDay> days)
            implements Appointment {
        public Counted {
            requireNonNull(due, "due");
            requireNonNull(limit, "limit");
            requireNonNull(limitText, "limitText");
            requireNonNull(rule, "rule");
            requireNonNull(countedFrom, "countedFrom");
            days = List.copyOf(days);
        }

        @Override
        public Optional<DeadlineRule> countedBy() {
            return Optional.of(rule);
        }

        /** What the time limit, the rule and a counted date make. */
        public static Counted of(DueDate counted, TimeLimit limit, String limitText, DeadlineRule rule) {
            return new Counted(counted.due(), limit, limitText, rule, counted.countedFrom(), counted.days());
        }
    }

    /**
     * Set by an officer, because the procedure states no time limit that can be counted.
     *
     * @param reason why then
     */
    record SetByHand(LocalDateTime due, String limitText, String reason) implements Appointment {
        public SetByHand {
            requireNonNull(due, "due");
            requireNonNull(limitText, "limitText");
            requireNonNull(reason, "reason");
            if (reason.isBlank()) {
                throw new IllegalArgumentException("reason of the due date " + due + " is blank");
            }
        }
    }
}
