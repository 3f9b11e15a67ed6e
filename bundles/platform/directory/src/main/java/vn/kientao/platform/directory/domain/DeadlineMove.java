package vn.kientao.platform.directory.domain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.time.OpenDeadline;

/** An open deadline that a change of the calendar would move. */
public record DeadlineMove(OpenDeadline deadline, LocalDateTime newDue) {

    public DeadlineMove {
        requireNonNull(deadline, "deadline");
        requireNonNull(newDue, "newDue");
    }

    /** Those of {@code open} whose computed due date differs between the two calculators, in their order. */
    public static List<DeadlineMove> between(
            DeadlineCalculator before, DeadlineCalculator after, List<OpenDeadline> open) {
        return open.stream()
                .map(deadline -> move(before, after, deadline))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<DeadlineMove> move(
            DeadlineCalculator before, DeadlineCalculator after, OpenDeadline deadline) {
        LocalDateTime old = before.due(deadline.received(), deadline.limit(), deadline.reading(), deadline.terms())
                .due();
        LocalDateTime moved = after.due(deadline.received(), deadline.limit(), deadline.reading(), deadline.terms())
                .due();
        return old.equals(moved) ? Optional.empty() : Optional.of(new DeadlineMove(deadline, moved));
    }
}
