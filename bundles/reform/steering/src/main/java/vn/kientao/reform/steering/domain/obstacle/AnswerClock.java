package vn.kientao.reform.steering.domain.obstacle;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/**
 * The clock of an answer. It runs from the raising, or from the re-opening, whoever holds the obstacle: forwarding gives
 * nobody more time.
 *
 * @param from when it began
 * @param days working days
 * @param due the end of the last one, by the working calendar
 */
public record AnswerClock(LocalDateTime from, int days, LocalDateTime due) {
    public AnswerClock {
        requireNonNull(from, "from");
        requireNonNull(due, "due");
    }
}
