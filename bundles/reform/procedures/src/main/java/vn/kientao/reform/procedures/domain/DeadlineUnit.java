package vn.kientao.reform.procedures.domain;

/** What a deadline counts. The published word is kept; nothing is converted into anything else. */
public enum DeadlineUnit {
    /** Phút. */
    MINUTE,
    /** Giờ. */
    HOUR,
    /** Giờ làm việc. */
    WORKING_HOUR,
    /** Ngày: every day counts. */
    CALENDAR_DAY,
    /** Ngày làm việc: only days on which the agency works count. */
    WORKING_DAY,
    /** Tuần. */
    WEEK,
    /** Tháng. */
    MONTH,
    /** Quý. */
    QUARTER,
    /** Năm. */
    YEAR
}
