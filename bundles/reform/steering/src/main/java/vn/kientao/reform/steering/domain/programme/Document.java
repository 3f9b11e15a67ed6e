package vn.kientao.reform.steering.domain.programme;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A document from which tasks come (văn bản giao nhiệm vụ).
 *
 * @param code short and ours, such as {@code D}
 * @param kind name of a {@link DocumentKind}
 * @param symbol number and symbol; empty when it is not known
 * @param validFrom first day in force; empty when it is not known
 * @param validTo last day in force; empty as long as it is
 * @param replacedBy id of the document that took its place
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
        String note,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> validTo,
        Optional<Long> replacedBy) {
    public Document {
        requireNonNull(code, "code");
        requireNonNull(kind, "kind");
        requireNonNull(symbol, "symbol");
        requireNonNull(issuedOn, "issuedOn");
        requireNonNull(issuer, "issuer");
        requireNonNull(title, "title");
        requireNonNull(note, "note");
        requireNonNull(validFrom, "validFrom");
        requireNonNull(validTo, "validTo");
        requireNonNull(replacedBy, "replacedBy");
    }

    /** Whether it is no longer in force on a day. */
    public boolean endedBy(LocalDate day) {
        return validTo.filter(last -> last.isBefore(day)).isPresent();
    }
}
