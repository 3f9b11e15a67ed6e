package vn.kientao.reform.steering.domain.task;

/**
 * How a task stands on a day (tình trạng): the two axes of the reports under Decision 42/2014/QĐ-TTg, completed on time or late,
 * and not completed within the term or overdue; and what neither counts.
 */
public enum Standing {
    /** Hoàn thành đúng hạn. */
    DONE_ON_TIME,
    /** Hoàn thành quá hạn. */
    DONE_LATE,
    /** Chưa hoàn thành, trong hạn. */
    WITHIN_TERM,
    /** Chưa hoàn thành, quá hạn. */
    OVERDUE,
    /** Tạm dừng. */
    PAUSED,
    /** Không có thời hạn. */
    NO_TERM,
    /** Đã hủy. */
    CANCELLED;

    /** Whether there is still something to do. */
    public boolean open() {
        return this == WITHIN_TERM || this == OVERDUE || this == PAUSED || this == NO_TERM;
    }

    public String textKey() {
        return "task.standing." + name();
    }
}
