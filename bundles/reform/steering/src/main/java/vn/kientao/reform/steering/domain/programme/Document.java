package vn.kientao.reform.steering.domain.programme;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A document from which tasks come (văn bản giao nhiệm vụ).
 *
 * @param code short and ours, such as {@code D}
 * @param kind {@code DIRECTIVE}, {@code DECISION}, {@code PLAN}, {@code CONCLUSION}, {@code LETTER}
 * @param symbol number and symbol; empty when it is not known
 */
public record Document(
        long id,
        long version,
        String code,
        String kind,
        String symbol,
        Optional<LocalDate> issuedOn,
        String issuer,
        String title,
        String note) {
    public Document {
        requireNonNull(code, "code");
        requireNonNull(kind, "kind");
        requireNonNull(symbol, "symbol");
        requireNonNull(issuedOn, "issuedOn");
        requireNonNull(issuer, "issuer");
        requireNonNull(title, "title");
        requireNonNull(note, "note");
    }
}
