package vn.kientao.reform.steering.domain.plan;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import vn.kientao.reform.steering.domain.task.Standing;

/**
 * A line of a published plan as everybody sees it. Who answers for it is not in it: only the agency and the division are.
 *
 * @param words with an empty person
 * @param standing of the task that it became; empty when it became none
 * @param progress percent that the lead reports
 */
public record OpenItem(ItemWords words, Optional<Standing> standing, int progress) {
    public OpenItem {
        requireNonNull(standing, "standing");
        words = words.withoutPerson();
    }

    public boolean done() {
        return standing.filter(one -> one == Standing.DONE_ON_TIME || one == Standing.DONE_LATE)
                .isPresent();
    }

    public boolean overdue() {
        return standing.filter(Standing.OVERDUE::equals).isPresent();
    }
}
