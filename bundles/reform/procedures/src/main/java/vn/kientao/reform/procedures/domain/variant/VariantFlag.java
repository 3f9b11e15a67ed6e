package vn.kientao.reform.procedures.domain.variant;

/** What is special in a case. */
public enum VariantFlag {
    /** The applicant gets no appointment: the result is there at once. */
    NO_APPOINTMENT,
    /** Somebody may hand in for somebody else. */
    AUTHORISED,
    /** May be handed in anywhere in the province (phi địa giới). */
    OUTSIDE_BOUNDARY,
    /** Several procedures in one (liên thông). */
    LINKED
}
