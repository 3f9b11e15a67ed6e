package vn.kientao.reform.steering.domain.pilot;

import java.util.Arrays;
import java.util.Optional;

/** How far a pilot is. */
public enum PilotState {
    /** Đề xuất. */
    PROPOSED,
    /** Đã phê duyệt, chưa bắt đầu. */
    APPROVED,
    /** Đang thí điểm. */
    RUNNING,
    /** Đã sơ kết, vẫn tiếp tục. */
    REVIEWED,
    /** Đã tổng kết, chờ quyết định. */
    CONCLUDED,
    /** Đã quyết định. */
    DECIDED,
    /** Không được phê duyệt. */
    REFUSED;

    public static Optional<PilotState> of(String word) {
        return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
    }

    /** Whether it is tried at the moment, so that values come in. */
    public boolean running() {
        return this == RUNNING || this == REVIEWED;
    }

    public String textKey() {
        return "pilot.state." + name();
    }
}
