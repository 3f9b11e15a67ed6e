package vn.kientao.reform.steering.domain.discipline;

import java.util.Arrays;
import java.util.Optional;

/** How far the handling of a late or missed duty is. */
public enum BreachState {
    /** Đã ghi nhận. */
    RECORDED,
    /** Đã yêu cầu giải trình. */
    ASKED,
    /** Đã giải trình. */
    EXPLAINED,
    /** Đã xử lý. */
    CLOSED;

    public static Optional<BreachState> of(String word) {
        return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
    }

    public String textKey() {
        return "discipline.state." + name();
    }
}
