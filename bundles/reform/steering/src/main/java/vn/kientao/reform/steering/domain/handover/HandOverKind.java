package vn.kientao.reform.steering.domain.handover;

/** Why tasks go into other hands. */
public enum HandOverKind {
    /** Cơ quan sáp nhập, giải thể. */
    MERGER,
    /** Chuyển cơ quan chủ trì. */
    AGENCY,
    /** Người phụ trách chuyển công tác. */
    PERSON;

    public String textKey() {
        return "handover.kind." + name();
    }
}
