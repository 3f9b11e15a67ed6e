package vn.kientao.reform.steering.domain.obstacle;

import static vn.kientao.reform.steering.domain.obstacle.ObstacleState.ANSWERED;
import static vn.kientao.reform.steering.domain.obstacle.ObstacleState.CLASSIFIED;
import static vn.kientao.reform.steering.domain.obstacle.ObstacleState.DRAFTED;
import static vn.kientao.reform.steering.domain.obstacle.ObstacleState.OUTSIDE;
import static vn.kientao.reform.steering.domain.obstacle.ObstacleState.RAISED;
import static vn.kientao.reform.steering.domain.obstacle.ObstacleState.ROUTED;
import static vn.kientao.reform.steering.domain.obstacle.ObstacleState.SATISFIED;
import static vn.kientao.reform.steering.domain.obstacle.ObstacleState.UNSATISFIED;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be done to an obstacle, by which side and in which states. */
@SuppressWarnings("ImmutableEnumChecker") // what is copied there does not change
public enum ObstacleAction {
    /** Nêu. */
    RAISE(Side.RAISER, EnumSet.noneOf(ObstacleState.class)),
    /** Phân loại: sets the class and with it the day of the answer. */
    CLASSIFY(Side.HOLDER, EnumSet.of(RAISED, CLASSIFIED)),
    /** Chuyển cơ quan có thẩm quyền; also from one body to the next. */
    ROUTE(Side.HOLDER, EnumSet.of(CLASSIFIED, ROUTED, DRAFTED)),
    /** Gửi văn bản ra ngoài tỉnh. */
    SEND_OUTSIDE(Side.HOLDER, EnumSet.of(CLASSIFIED, ROUTED, DRAFTED)),
    /** Dự thảo trả lời. */
    DRAFT(Side.HOLDER, EnumSet.of(CLASSIFIED, ROUTED, OUTSIDE, DRAFTED)),
    /** Trả lời chính thức. */
    ANSWER(Side.HOLDER, EnumSet.of(DRAFTED)),
    /** Công khai trả lời, without personal data. */
    PUBLISH(Side.HOLDER, EnumSet.of(ANSWERED, SATISFIED, UNSATISFIED)),
    /** Lưu hành nội bộ: takes it off the public page. */
    KEEP_INTERNAL(Side.HOLDER, EnumSet.of(ANSWERED, SATISFIED, UNSATISFIED)),
    /** Hài lòng. */
    SATISFY(Side.RAISER, EnumSet.of(ANSWERED)),
    /** Chưa hài lòng. */
    DISSATISFY(Side.RAISER, EnumSet.of(ANSWERED)),
    /** Mở lại. */
    REOPEN(Side.RAISER, EnumSet.of(UNSATISFIED)),
    /** Rút. */
    WITHDRAW(Side.RAISER, EnumSet.of(RAISED, CLASSIFIED, ROUTED, OUTSIDE, DRAFTED)),
    /** Giao nhiệm vụ để tháo gỡ. */
    TASK(Side.HOLDER, EnumSet.of(CLASSIFIED, ROUTED, OUTSIDE, DRAFTED, ANSWERED, SATISFIED, UNSATISFIED)),
    /** Đề xuất sửa quy định. */
    RULE_CHANGE(Side.HOLDER, EnumSet.of(CLASSIFIED, ROUTED, OUTSIDE, DRAFTED, ANSWERED, SATISFIED, UNSATISFIED)),
    /** Đề xuất thí điểm. */
    PILOT(Side.HOLDER, EnumSet.of(CLASSIFIED, ROUTED, OUTSIDE, DRAFTED, ANSWERED, SATISFIED, UNSATISFIED)),
    /** Trao đổi. */
    NOTE(Side.BOTH, EnumSet.complementOf(EnumSet.of(ObstacleState.WITHDRAWN)));

    private final Side by;
    private final Set<ObstacleState> from;

    ObstacleAction(Side by, EnumSet<ObstacleState> from) {
        this.by = by;
        this.from = Set.copyOf(from);
    }

    /** Who has to do with an obstacle. */
    public enum Side {
        /** Cơ quan nêu. */
        RAISER,
        /** Cơ quan có thẩm quyền: who has to act on it now. */
        HOLDER,
        /** Either. */
        BOTH
    }

    public static Optional<ObstacleAction> of(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word().equals(word))
                .findFirst();
    }

    /** Its name in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Side by() {
        return by;
    }

    public boolean possible(ObstacleState state) {
        return from.contains(state);
    }

    /** Whether something has to be said with it. */
    public boolean needsNote() {
        return switch (this) {
            case DRAFT, DISSATISFY, REOPEN, WITHDRAW, RULE_CHANGE, NOTE -> true;
            case RAISE, CLASSIFY, ROUTE, SEND_OUTSIDE, ANSWER, PUBLISH, KEEP_INTERNAL, SATISFY, TASK, PILOT -> false;
        };
    }

    public String textKey() {
        return "obstacle.action." + name();
    }
}
