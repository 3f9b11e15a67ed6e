package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Another body's opinion (lấy ý kiến; Decree 61/2018/NĐ-CP, Article 19(5)).
 *
 * @param number from 1
 * @param body who is asked
 * @param document number of the letter; may be empty
 * @param due when it should answer; a late one is reported to the head of the one-stop
 */
public record Opinion(
        int number,
        String body,
        String content,
        String document,
        LocalDateTime askedAt,
        LocalDateTime due,
        Optional<Answer> answer) {

    /** @param document number of the letter; may be empty */
    public record Answer(LocalDateTime at, String content, String document) {
        public Answer {
            requireNonNull(at, "at");
            requireNonNull(content, "content");
            requireNonNull(document, "document");
        }
    }

    public Opinion {
        requireNonNull(body, "body");
        requireNonNull(content, "content");
        requireNonNull(document, "document");
        requireNonNull(askedAt, "askedAt");
        requireNonNull(due, "due");
        requireNonNull(answer, "answer");
    }

    public boolean late(LocalDateTime now) {
        return due.isBefore(answer.map(Answer::at).orElse(now));
    }
}
