package vn.kientao.reform.steering.domain.obstacle;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * What came of an obstacle: a task, a pilot, or a proposal to change the rule (đề xuất sửa đổi quy định).
 *
 * @param kind {@code TASK}, {@code PILOT} or {@code RULE_CHANGE}
 * @param reference code of the task or pilot; of a proposal the body to which it goes
 * @param words of the proposal; empty for the others
 */
public record FollowUp(ObstacleAction kind, String reference, String words, LocalDate on) {
    public FollowUp {
        requireNonNull(kind, "kind");
        requireNonNull(reference, "reference");
        requireNonNull(words, "words");
        requireNonNull(on, "on");
    }
}
