package vn.kientao.reform.steering.domain.pilot;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be done to a pilot, by whom and in which states. */
@SuppressWarnings("ImmutableEnumChecker") // what is copied there does not change
public enum PilotAction {
    /** Đề xuất. */
    PROPOSE(false, EnumSet.noneOf(PilotState.class)),
    /** Phê duyệt. */
    APPROVE(true, EnumSet.of(PilotState.PROPOSED)),
    /** Không phê duyệt. */
    REFUSE(true, EnumSet.of(PilotState.PROPOSED)),
    /** Bắt đầu. */
    START(false, EnumSet.of(PilotState.APPROVED)),
    /** Sơ kết. */
    REVIEW(false, EnumSet.of(PilotState.RUNNING)),
    /** Gia hạn. */
    EXTEND(true, EnumSet.of(PilotState.RUNNING, PilotState.REVIEWED)),
    /** Tổng kết. */
    CONCLUDE(false, EnumSet.of(PilotState.RUNNING, PilotState.REVIEWED)),
    /** Quyết định: mở rộng, giữ nguyên, dừng. */
    DECIDE(true, EnumSet.of(PilotState.CONCLUDED)),
    /** Dừng trước thời hạn: when a condition to stop is met, or for another reason. */
    ABORT(true, EnumSet.of(PilotState.APPROVED, PilotState.RUNNING, PilotState.REVIEWED)),
    /** Trao đổi. */
    NOTE(false, EnumSet.allOf(PilotState.class));

    private final boolean decided;
    private final Set<PilotState> from;

    PilotAction(boolean decided, EnumSet<PilotState> from) {
        this.decided = decided;
        this.from = Set.copyOf(from);
    }

    public static Optional<PilotAction> of(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word().equals(word))
                .findFirst();
    }

    /** Its name in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is for those who decide about pilots, not for those who propose and follow them. */
    public boolean decided() {
        return decided;
    }

    public boolean possible(PilotState state) {
        return from.contains(state);
    }

    /** Whether a document is named with it. */
    public boolean needsDocument() {
        return this == APPROVE || this == DECIDE || this == ABORT || this == EXTEND;
    }

    /** Whether something has to be said with it. */
    public boolean needsNote() {
        return this != APPROVE && this != START;
    }

    public String textKey() {
        return "pilot.action." + name();
    }
}
