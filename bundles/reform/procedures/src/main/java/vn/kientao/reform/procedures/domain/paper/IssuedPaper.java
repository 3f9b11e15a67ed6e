package vn.kientao.reform.procedures.domain.paper;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import vn.kientao.platform.api.documents.Letter;

/**
 * A paper as it was issued.
 *
 * @param reference its number and symbol; empty where the law numbers nothing
 * @param letter its whole content: a reprint says the same
 * @param who name of the officer who issued it
 */
public record IssuedPaper(
        long id, PaperKind kind, String reference, LocalDateTime issuedAt, String who, Letter letter) {
    public IssuedPaper {
        requireNonNull(kind, "kind");
        requireNonNull(reference, "reference");
        requireNonNull(issuedAt, "issuedAt");
        requireNonNull(who, "who");
        requireNonNull(letter, "letter");
    }
}
