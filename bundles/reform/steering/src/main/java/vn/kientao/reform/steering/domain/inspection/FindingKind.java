package vn.kientao.reform.steering.domain.inspection;

import java.util.Arrays;
import java.util.Optional;

/** What a finding is. */
public enum FindingKind {
    /** Ưu điểm: nothing to remedy. */
    STRENGTH,
    /** Hạn chế. */
    SHORTCOMING,
    /** Vi phạm. */
    VIOLATION;

    public static Optional<FindingKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(word)).findFirst();
    }

    /** Whether the unit has to remedy it. */
    public boolean remediable() {
        return this != STRENGTH;
    }

    public String textKey() {
        return "inspection.finding." + name();
    }
}
