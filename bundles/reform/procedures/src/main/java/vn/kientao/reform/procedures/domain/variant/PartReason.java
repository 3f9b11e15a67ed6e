package vn.kientao.reform.procedures.domain.variant;

/** Why a procedure is online only in part (Decree 224/2026/NĐ-CP, Article 14). */
public enum PartReason {
    /** Not said, because nothing has to be. */
    NONE,
    /** A law wants the applicant to be there. */
    PRESENCE,
    /** Somebody must look at a place. */
    SITE_CHECK,
    /** Technique does not allow it yet. */
    TECHNICAL,
    /** Another one, in words. */
    OTHER
}
