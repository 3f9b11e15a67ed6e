package vn.kientao.reform.steering.domain.discipline;

import java.util.Arrays;
import java.util.Optional;

/** Which duty was not done as it should have been. */
public enum BreachKind {
    /** Nhiệm vụ chậm. */
    LATE_TASK,
    /** Nhiệm vụ không thực hiện. */
    MISSED_TASK,
    /** Chậm báo cáo. */
    LATE_REPORT,
    /** Vi phạm giờ giấc, văn hóa công sở. */
    CONDUCT,
    /** Vi phạm khác. */
    OTHER;

    public static Optional<BreachKind> of(String word) {
        return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
    }

    public String textKey() {
        return "discipline.kind." + name();
    }
}
