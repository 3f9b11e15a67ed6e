package vn.kientao.reform.steering.domain.goal;

import java.util.Arrays;
import java.util.Optional;

/** How a target stands. */
public enum TargetState {
    /** Đạt. */
    REACHED,
    /** Đang thực hiện: not reached yet, and the year by which it has to be is still to come. */
    UNDER_WAY,
    /** Chưa đạt: the year has come. */
    BEHIND,
    /** Chưa có số liệu. */
    NO_DATA;

    public static Optional<TargetState> of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.name().equals(word))
                .findFirst();
    }

    public String textKey() {
        return "target.state." + name();
    }
}
