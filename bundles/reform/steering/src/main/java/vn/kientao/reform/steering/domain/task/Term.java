package vn.kientao.reform.steering.domain.task;

/** Whether a task has a day by which it is to be done. */
public enum Term {
    /** Có thời hạn. */
    DATED,
    /** Không có thời hạn. */
    NONE,
    /** Thường xuyên: goes on as long as its document is in force. */
    REGULAR;

    public String textKey() {
        return "task.term." + name();
    }
}
