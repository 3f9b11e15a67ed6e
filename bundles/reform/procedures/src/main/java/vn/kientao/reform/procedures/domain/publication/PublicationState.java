package vn.kientao.reform.procedures.domain.publication;

/** How far a publication is. */
public enum PublicationState {
    /** Đang soạn. */
    DRAFT,
    /** Đã kiểm soát: somebody other than its author found it complete and lawful. */
    CHECKED,
    /** Đã công bố: the decision is signed, the day of effect may be ahead. */
    ANNOUNCED,
    /** Đang có hiệu lực. */
    IN_FORCE,
    /** Đã được thay thế. */
    REPLACED,
    /** Đã bãi bỏ. */
    ABOLISHED,
    /** Đã rút: let go before it was announced. */
    WITHDRAWN;

    /** Whether nothing is to be done about it any more, once it is uploaded. */
    public boolean ended() {
        return this == REPLACED || this == ABOLISHED || this == WITHDRAWN;
    }
}
