package vn.kientao.reform.procedures.domain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A legal document that a procedure rests on (căn cứ pháp lý).
 *
 * @param number such as {@code 31/2024/QH15}; empty when it cannot be told apart from the title
 * @param title as published, often without the kind of document
 * @param issued the day in the title, when it can only be this document's
 */
public record LegalBasis(
        String number, String title, @Nullable LocalDate issued) {

    public LegalBasis {
        requireNonNull(number, "number");
        requireNonNull(title, "title");
        if (number.isBlank() && title.isBlank()) {
            throw new IllegalArgumentException("legal basis has neither number nor title");
        }
    }

    public Optional<LocalDate> issuedOn() {
        return Optional.ofNullable(issued);
    }

    /** The abbreviation of who issued it, as its number tells: {@code BTC} of {@code 55/2026/TT-BTC}. */
    public Optional<String> issuer() {
        String symbol = number.substring(number.lastIndexOf('/') + 1);
        String last = symbol.substring(symbol.lastIndexOf('-') + 1);
        return last.startsWith("QH") ? Optional.of("QH") : Optional.of(last).filter(name -> !name.isBlank());
    }
}
