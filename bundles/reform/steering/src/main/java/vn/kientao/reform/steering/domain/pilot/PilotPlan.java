package vn.kientao.reform.steering.domain.pilot;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is to be tried.
 *
 * @param goal what shall become better
 * @param baseline how it is now, in words
 * @param area code of the area
 * @param module id of the module that is tried; empty when it is about none
 * @param agencies codes of the agencies that try it, at least one
 * @param to last day, not before {@code from}
 */
public record PilotPlan(
        String title,
        String goal,
        String baseline,
        String area,
        String module,
        Set<String> agencies,
        LocalDate from,
        LocalDate to) {
    public PilotPlan {
        requireNonNull(title, "title");
        requireNonNull(goal, "goal");
        requireNonNull(baseline, "baseline");
        requireNonNull(area, "area");
        requireNonNull(module, "module");
        agencies = new TreeSet<>(agencies);
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (agencies.isEmpty()) {
            throw new IllegalArgumentException("agencies (expected: at least one)");
        }
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("pilot from " + from + " to " + to + " (expected: to >= from)");
        }
    }

    public PilotPlan until(LocalDate later) {
        return new PilotPlan(title, goal, baseline, area, module, agencies, from, later);
    }

    /** The same at more agencies in another period: the next stage. */
    public PilotPlan widened(Set<String> more, LocalDate first, LocalDate last) {
        Set<String> all = new TreeSet<>(agencies);
        all.addAll(more);
        return new PilotPlan(title, goal, baseline, area, module, all, first, last);
    }
}
