package vn.kientao.reform.steering.domain.handover;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import vn.kientao.reform.steering.domain.task.Part;

/**
 * A part in an open task that an agency still has although it has ended.
 *
 * @param task code of the task
 * @param successors who could take it over: one, none or several
 */
public record Holding(String task, String title, Part part, String agency, Set<String> successors) {
    public Holding {
        requireNonNull(task, "task");
        requireNonNull(title, "title");
        requireNonNull(part, "part");
        requireNonNull(agency, "agency");
        successors = Set.copyOf(successors);
    }

    /** Whether it is clear who takes it over. */
    public boolean clear() {
        return successors.size() == 1;
    }
}
