package vn.kientao.reform.procedures.domain.quality;

/** What an index without data counts in the total; the circular does not say, so it is a setting. */
public enum EmptyIndex {
    /** Left out, and the rest stretched to the whole. */
    LEAVE_OUT,
    /** 2. */
    FULL,
    /** 0. */
    ZERO
}
