package vn.kientao.reform.procedures.domain.opinion;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.dossier.Opinion;

/**
 * A request for an opinion, as the agency that is asked sees it.
 *
 * @param number of the opinion in the dossier
 * @param asking code of the agency whose dossier it is
 * @param asked code of the agency that is asked
 * @param askedBy who asks
 * @param answeredBy who answered; empty before
 */
public record OpinionRequest(
        long id,
        int number,
        String asking,
        String asked,
        String dossier,
        String procedure,
        String content,
        String document,
        String askedBy,
        LocalDateTime askedAt,
        LocalDateTime due,
        Optional<Opinion.Answer> answer,
        String answeredAccount,
        String answeredBy) {
    public OpinionRequest {
        requireNonNull(asking, "asking");
        requireNonNull(asked, "asked");
        requireNonNull(dossier, "dossier");
        requireNonNull(procedure, "procedure");
        requireNonNull(content, "content");
        requireNonNull(document, "document");
        requireNonNull(askedBy, "askedBy");
        requireNonNull(askedAt, "askedAt");
        requireNonNull(due, "due");
        requireNonNull(answer, "answer");
        requireNonNull(answeredAccount, "answeredAccount");
        requireNonNull(answeredBy, "answeredBy");
    }

    public boolean late(LocalDateTime now) {
        return due.isBefore(answer.map(Opinion.Answer::at).orElse(now));
    }
}
