package vn.kientao.reform.steering.domain.plan;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A step of a plan, from which states, to which one, and whose it is. */
@SuppressWarnings("ImmutableEnumChecker") // what is copied there does not change
public enum PlanAction {
    /** Trình thẩm định. */
    SUBMIT(EnumSet.of(PlanState.DRAFT, PlanState.RETURNED), PlanState.SUBMITTED, By.AGENCY),
    /** Trả lại kèm ý kiến thẩm định. */
    RETURN(EnumSet.of(PlanState.SUBMITTED), PlanState.RETURNED, By.APPRAISER),
    /** Thẩm định đạt, trình phê duyệt. */
    APPRAISE(EnumSet.of(PlanState.SUBMITTED), PlanState.APPRAISED, By.APPRAISER),
    /** Phê duyệt: the items become tasks. */
    APPROVE(EnumSet.of(PlanState.APPRAISED), PlanState.APPROVED, By.APPROVER),
    /** Không phê duyệt, trả lại. */
    REFUSE(EnumSet.of(PlanState.APPRAISED), PlanState.RETURNED, By.APPROVER),
    /** Công bố. */
    PUBLISH(EnumSet.of(PlanState.APPROVED), PlanState.PUBLISHED, By.AGENCY);

    /** Whose step it is. */
    public enum By {
        /** The agency whose plan it is. */
        AGENCY,
        /** Cơ quan thường trực (D4). */
        APPRAISER,
        /** Chủ tịch UBND tỉnh. */
        APPROVER
    }

    private final Set<PlanState> from;
    private final PlanState to;
    private final By by;

    PlanAction(Set<PlanState> from, PlanState to, By by) {
        this.from = from;
        this.to = to;
        this.by = by;
    }

    public static Optional<PlanAction> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** Its word in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean possible(PlanState state) {
        return from.contains(state);
    }

    public PlanState to() {
        return to;
    }

    public By by() {
        return by;
    }

    /** Whether it has to be said why. */
    public boolean needsNote() {
        return this == RETURN || this == REFUSE;
    }

    public String textKey() {
        return "plan.action." + name();
    }
}
