package vn.kientao.reform.steering.domain.task;

import java.util.Arrays;
import java.util.Optional;

/** What an agency has to do with a task. */
public enum Part {
    /** Chủ trì: exactly one. */
    LEAD,
    /** Phối hợp. */
    COOPERATE,
    /** Phê duyệt kết quả. */
    APPROVE,
    /** Theo dõi. */
    WATCH,
    /** Giao nhiệm vụ: exactly one. */
    GIVE;

    public static Optional<Part> of(String word) {
        return Arrays.stream(values()).filter(part -> part.name().equals(word)).findFirst();
    }

    public String textKey() {
        return "task.part." + name();
    }
}
