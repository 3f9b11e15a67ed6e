package vn.kientao.reform.steering.domain.obstacle;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What was answered.
 *
 * @param text the draft until it is given; may be empty
 * @param at when it was given; empty while it is a draft
 * @param open as everybody may read it; empty while it is internal (lưu hành nội bộ)
 */
public record Answer(String text, Optional<LocalDateTime> at, Optional<OpenAnswer> open) {
    public static final Answer NONE = new Answer("", Optional.empty(), Optional.empty());

    public Answer {
        requireNonNull(text, "text");
        requireNonNull(at, "at");
        requireNonNull(open, "open");
    }

    /**
     * The words for everybody, written anew without names (không có dữ liệu cá nhân).
     *
     * @param at when it was published
     */
    public record OpenAnswer(String title, String question, String answer, LocalDateTime at) {
        public OpenAnswer {
            requireNonNull(title, "title");
            requireNonNull(question, "question");
            requireNonNull(answer, "answer");
            requireNonNull(at, "at");
        }
    }
}
