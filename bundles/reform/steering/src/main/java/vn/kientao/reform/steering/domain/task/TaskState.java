package vn.kientao.reform.steering.domain.task;

/** Where a task is on its way; whether it is late is told by {@link Standing}. */
public enum TaskState {
    /** Đang thực hiện. */
    OPEN,
    /** Tạm dừng: its term does not run. */
    PAUSED,
    /** Đã báo cáo hoàn thành, chờ cơ quan giao xác nhận. */
    REPORTED,
    /** Hoàn thành. */
    DONE,
    /** Đã hủy: counted nowhere. */
    CANCELLED;

    /** Whether there is still something to do. */
    public boolean open() {
        return this == OPEN || this == PAUSED || this == REPORTED;
    }

    public String textKey() {
        return "task.state." + name();
    }
}
