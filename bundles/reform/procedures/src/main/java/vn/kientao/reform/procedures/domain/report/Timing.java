package vn.kientao.reform.procedures.domain.report;

/** An end, or the moment of the cut, against the due date. */
public enum Timing {
    /** On a day before the due date (trước hạn). */
    EARLY,
    /** On the due date in time (đúng hạn); for what is open: not yet due (trong hạn). */
    ON_TIME,
    /** After the due date (quá hạn). */
    LATE
}
