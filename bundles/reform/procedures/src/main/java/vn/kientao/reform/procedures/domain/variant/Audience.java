package vn.kientao.reform.procedures.domain.variant;

/** Whom a procedure is for. */
public enum Audience {
    /** People and businesses. */
    PUBLIC,
    /**
     * State bodies among themselves (thủ tục hành chính nội bộ, Decision 1085/QĐ-TTg of 15 September 2022); never shown
     * on public pages.
     */
    INTERNAL
}
