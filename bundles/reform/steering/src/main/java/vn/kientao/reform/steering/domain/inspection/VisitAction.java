package vn.kientao.reform.steering.domain.inspection;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be done to a visit, by which side and in which states. */
@SuppressWarnings("ImmutableEnumChecker") // what is copied there does not change
public enum VisitAction {
    /** Đưa vào kế hoạch. */
    PLAN(Side.INSPECTOR, EnumSet.noneOf(VisitState.class)),
    /** Tự kiểm tra: the unit's own report before the visit. */
    SELF_REPORT(Side.UNIT, EnumSet.of(VisitState.PLANNED)),
    /** Đã kiểm tra. */
    VISIT(Side.INSPECTOR, EnumSet.of(VisitState.PLANNED)),
    /** Ghi điểm phát hiện. */
    FIND(Side.INSPECTOR, EnumSet.of(VisitState.VISITED)),
    /** Thông báo kết luận: the time for the remedy runs from its day. */
    NOTICE(Side.INSPECTOR, EnumSet.of(VisitState.VISITED)),
    /** Báo cáo khắc phục một điểm. */
    REMEDY(Side.UNIT, EnumSet.of(VisitState.NOTICED)),
    /** Gửi báo cáo khắc phục. */
    REPORT(Side.UNIT, EnumSet.of(VisitState.NOTICED)),
    /** Chấp nhận việc khắc phục, kết thúc. */
    ACCEPT(Side.INSPECTOR, EnumSet.of(VisitState.REMEDIED)),
    /** Trả lại để khắc phục tiếp. */
    RETURN(Side.INSPECTOR, EnumSet.of(VisitState.REMEDIED)),
    /** Hủy. */
    CANCEL(Side.INSPECTOR, EnumSet.of(VisitState.PLANNED));

    private final Side by;
    private final Set<VisitState> from;

    VisitAction(Side by, EnumSet<VisitState> from) {
        this.by = by;
        this.from = Set.copyOf(from);
    }

    /** Whose step it is. */
    public enum Side {
        /** Cơ quan kiểm tra. */
        INSPECTOR,
        /** Cơ quan được kiểm tra. */
        UNIT
    }

    public static Optional<VisitAction> of(String word) {
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

    public boolean possible(VisitState state) {
        return from.contains(state);
    }

    /** Whether something has to be said with it. */
    public boolean needsNote() {
        return switch (this) {
            case SELF_REPORT, NOTICE, RETURN, CANCEL -> true;
            case PLAN, VISIT, FIND, REMEDY, REPORT, ACCEPT -> false;
        };
    }

    public String textKey() {
        return "inspection.action." + name();
    }
}
