package vn.kientao.reform.steering.domain.plan;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A line of a plan.
 *
 * @param key the same for the same line in every edition
 * @param task id of the task that it became
 * @param remark what the appraiser wants changed; empty for nothing
 */
public record PlanItem(
        long id, long version, long plan, long key, ItemWords words, Optional<Long> task, String remark) {
    public PlanItem {
        requireNonNull(words, "words");
        requireNonNull(task, "task");
        requireNonNull(remark, "remark");
    }
}
