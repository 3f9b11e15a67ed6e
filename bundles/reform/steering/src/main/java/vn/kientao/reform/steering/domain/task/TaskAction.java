package vn.kientao.reform.steering.domain.task;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be done to a task, by whom and in which states. */
@SuppressWarnings("ImmutableEnumChecker") // what is copied there does not change
public enum TaskAction {
    /** Giao nhiệm vụ. */
    GIVE(Part.GIVE, Set.of()),
    /** Cập nhật tiến độ. */
    PROGRESS(Part.LEAD, Set.of(TaskState.OPEN)),
    /** Báo cáo hoàn thành. */
    REPORT(Part.LEAD, Set.of(TaskState.OPEN)),
    /** Xác nhận hoàn thành. */
    CONFIRM(Part.GIVE, Set.of(TaskState.REPORTED)),
    /** Trả lại để làm tiếp. */
    RETURN(Part.GIVE, Set.of(TaskState.REPORTED)),
    /** Tạm dừng. */
    PAUSE(Part.GIVE, Set.of(TaskState.OPEN)),
    /** Tiếp tục. */
    RESUME(Part.GIVE, Set.of(TaskState.PAUSED)),
    /** Hủy. */
    CANCEL(Part.GIVE, Set.of(TaskState.OPEN, TaskState.PAUSED, TaskState.REPORTED)),
    /** Giao người phụ trách. */
    ASSIGN(Part.LEAD, Set.of(TaskState.OPEN, TaskState.PAUSED)),
    /** Ghi chú, trao đổi. */
    NOTE(Part.LEAD, Set.of(TaskState.OPEN, TaskState.PAUSED, TaskState.REPORTED));

    private final Part by;
    private final Set<TaskState> from;

    TaskAction(Part by, Set<TaskState> from) {
        this.by = by;
        this.from = from.isEmpty() ? EnumSet.noneOf(TaskState.class) : EnumSet.copyOf(from);
    }

    public static Optional<TaskAction> of(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word().equals(word))
                .findFirst();
    }

    /** Its name in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whose it is. */
    public Part by() {
        return by;
    }

    public boolean possible(TaskState state) {
        return from.contains(state);
    }

    /** Whether a reason has to be given. */
    public boolean needsNote() {
        return this != CONFIRM && this != RESUME && this != ASSIGN;
    }

    public String textKey() {
        return "task.action." + name();
    }
}
