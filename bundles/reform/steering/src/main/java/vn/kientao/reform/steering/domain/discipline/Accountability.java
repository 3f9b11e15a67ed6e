package vn.kientao.reform.steering.domain.discipline;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;

/**
 * What the head of an agency answers for (D2.1).
 *
 * @param tasksOverdue that the agency leads and that are late now
 * @param tasksDoneLate that it led and did late
 * @param obstaclesOpen that it holds, raised in the period, not answered
 * @param obstaclesLate of these, whose answer is late
 * @param breaches of the period by what followed
 */
public record Accountability(
        String agency,
        long tasksOverdue,
        long tasksDoneLate,
        long obstaclesOpen,
        long obstaclesLate,
        Map<Followed, Long> breaches) {
    public Accountability {
        requireNonNull(agency, "agency");
        Map<Followed, Long> copy = new EnumMap<>(Followed.class);
        copy.putAll(breaches);
        breaches = Map.copyOf(copy);
    }

    public long breaches(Followed followed) {
        return breaches.getOrDefault(followed, 0L);
    }

    public long allBreaches() {
        return breaches.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether there is nothing to answer for. */
    public boolean clear() {
        return tasksOverdue + tasksDoneLate + obstaclesOpen + allBreaches() == 0;
    }
}
