package vn.kientao.reform.procedures.domain.report;

/** The four ways in which a period cuts through the life of dossiers. */
public enum Slice {
    /** Stood open when the period began. */
    CARRIED,
    /** Came in during the period. */
    ENTERED,
    /** Came to its end during the period. */
    ENDED,
    /** Stands open when the period ends. */
    OPEN
}
