package vn.kientao.reform.steering.domain.obstacle;

import java.util.Arrays;
import java.util.Optional;

/** How far an obstacle is. */
public enum ObstacleState {
    /** Mới nêu. */
    RAISED(true),
    /** Đã phân loại. */
    CLASSIFIED(true),
    /** Đã chuyển cơ quan có thẩm quyền. */
    ROUTED(true),
    /** Đã gửi văn bản ra ngoài tỉnh. */
    OUTSIDE(true),
    /** Đã dự thảo trả lời. */
    DRAFTED(true),
    /** Đã trả lời, chờ ý kiến cơ quan nêu. */
    ANSWERED(false),
    /** Cơ quan nêu hài lòng. */
    SATISFIED(false),
    /** Cơ quan nêu chưa hài lòng. */
    UNSATISFIED(false),
    /** Đã rút. */
    WITHDRAWN(false);

    private final boolean open;

    ObstacleState(boolean open) {
        this.open = open;
    }

    public static Optional<ObstacleState> of(String word) {
        return Arrays.stream(values()).filter(one -> one.name().equals(word)).findFirst();
    }

    /** Whether an answer is still due, so that the clock runs. */
    public boolean open() {
        return open;
    }

    /** Whether it has been answered. */
    public boolean answered() {
        return this == ANSWERED || this == SATISFIED || this == UNSATISFIED;
    }

    public String textKey() {
        return "obstacle.state." + name();
    }
}
