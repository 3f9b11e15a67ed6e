package vn.kientao.reform.steering.domain.discipline;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import vn.kientao.reform.steering.domain.report.FactKind;

/**
 * What the head of an agency answers for (D2.1).
 *
 * @param tasksOverdue that the agency leads and that are late now
 * @param tasksDoneLate that it led and did late
 * @param obstaclesOpen that it holds, raised in the period, not answered
 * @param obstaclesLate of these, whose answer is late
 * @param breaches of the period by what followed
 * @param facts of inspections and pilots at the agency, counted by their dates in the period; kinds without any are left out
 */
public record Accountability(
        String agency,
        long tasksOverdue,
        long tasksDoneLate,
        long obstaclesOpen,
        long obstaclesLate,
        Map<Followed, Long> breaches,
        Map<FactKind, Long> facts) {
    public Accountability {
        requireNonNull(agency, "agency");
        Map<Followed, Long> copy = new EnumMap<>(Followed.class);
        copy.putAll(breaches);
        breaches = Map.copyOf(copy);
        facts = Map.copyOf(facts);
    }

    public static Accountability none(String agency) {
        return new Accountability(agency, 0, 0, 0, 0, Map.of(), Map.of());
    }

    /**
     * With what has followed from an agency whose work it took over: obstacles that wait for an answer, and where it was
     * inspected or tries something. Its breaches and what it did late stay with that agency.
     */
    public Accountability takingOver(Accountability other) {
        Map<FactKind, Long> sum = new EnumMap<>(FactKind.class);
        sum.putAll(facts);
        other.facts().forEach((kind, count) -> sum.merge(kind, count, Long::sum));
        return new Accountability(
                agency,
                tasksOverdue,
                tasksDoneLate,
                obstaclesOpen + other.obstaclesOpen(),
                obstaclesLate + other.obstaclesLate(),
                breaches,
                sum);
    }

    /** What stays with an agency whose work another one took over. */
    public Accountability left() {
        return new Accountability(agency, tasksOverdue, tasksDoneLate, 0, 0, breaches, Map.of());
    }

    public long breaches(Followed followed) {
        return breaches.getOrDefault(followed, 0L);
    }

    public long facts(FactKind kind) {
        return facts.getOrDefault(kind, 0L);
    }

    public long allBreaches() {
        return breaches.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether there is nothing to answer for; that an agency was inspected or takes part in a pilot is nothing of the kind. */
    public boolean clear() {
        return tasksOverdue + tasksDoneLate + obstaclesOpen + allBreaches() == 0;
    }
}
