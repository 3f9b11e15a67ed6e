package vn.kientao.reform.steering.domain.plan;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Two editions of a plan, line beside line. */
public final class PlanComparison {
    private final List<Line> lines;

    public PlanComparison(List<PlanItem> older, List<PlanItem> newer) {
        Map<Long, PlanItem> before = byKey(older);
        Map<Long, PlanItem> after = byKey(newer);
        Set<Long> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        lines = keys.stream()
                .map(key -> new Line(Optional.ofNullable(before.get(key)), Optional.ofNullable(after.get(key))))
                .toList();
    }

    private static Map<Long, PlanItem> byKey(List<PlanItem> items) {
        Map<Long, PlanItem> byKey = new LinkedHashMap<>();
        items.forEach(item -> byKey.put(item.key(), item));
        return byKey;
    }

    /** Every line of either edition, the older one's first. */
    public List<Line> lines() {
        return lines;
    }

    /** How many lines are of this kind. */
    public long count(Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).count();
    }

    /** What became of a line. */
    public enum Kind {
        /** Giữ nguyên. */
        SAME,
        /** Sửa đổi. */
        CHANGED,
        /** Bổ sung. */
        ADDED,
        /** Bãi bỏ. */
        DROPPED;

        public String textKey() {
            return "plan.compare." + name();
        }
    }

    /** The same line in both editions; one side is empty when it was added or dropped. */
    public record Line(Optional<PlanItem> before, Optional<PlanItem> after) {
        public Line {
            requireNonNull(before, "before");
            requireNonNull(after, "after");
        }

        public Kind kind() {
            if (before.isEmpty()) {
                return Kind.ADDED;
            }
            if (after.isEmpty()) {
                return Kind.DROPPED;
            }
            return before.get().words().equals(after.get().words()) ? Kind.SAME : Kind.CHANGED;
        }
    }
}
