package vn.kientao.reform.steering.domain.inspection;

import java.util.Arrays;
import java.util.Optional;

/** How far a visit has come. */
public enum VisitState {
    /** Theo kế hoạch: the unit prepares its own report. */
    PLANNED,
    /** Đã kiểm tra: findings are entered. */
    VISITED,
    /** Đã thông báo kết luận: the unit remedies what was found. */
    NOTICED,
    /** Đã báo cáo khắc phục: the inspector looks at it. */
    REMEDIED,
    /** Đã kết thúc. */
    CLOSED,
    /** Đã hủy. */
    CANCELLED;

    public static Optional<VisitState> of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.name().equals(word))
                .findFirst();
    }

    /** Whether something is still to be done. */
    public boolean open() {
        return this != CLOSED && this != CANCELLED;
    }

    public String textKey() {
        return "inspection.state." + name();
    }
}
