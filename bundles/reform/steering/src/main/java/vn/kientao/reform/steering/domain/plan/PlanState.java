package vn.kientao.reform.steering.domain.plan;

/** How far a plan has come. */
public enum PlanState {
    /** Dự thảo. */
    DRAFT,
    /** Đã trình thẩm định. */
    SUBMITTED,
    /** Trả lại để hoàn thiện, with remarks. */
    RETURNED,
    /** Đã thẩm định: before the chairman. */
    APPRAISED,
    /** Đã phê duyệt: its items are tasks. */
    APPROVED,
    /** Đã công bố: everybody can read it. */
    PUBLISHED,
    /** Đã thay thế: a later edition was approved. */
    REPLACED;

    /** Whether its items may still be written. */
    public boolean editable() {
        return this == DRAFT || this == RETURNED;
    }

    /** Whether its items are what the agency is to do. */
    public boolean inForce() {
        return this == APPROVED || this == PUBLISHED;
    }

    public String textKey() {
        return "plan.state." + name();
    }
}
