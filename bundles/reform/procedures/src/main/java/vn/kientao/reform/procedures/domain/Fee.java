package vn.kientao.reform.procedures.domain;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of what an applicant pays (phí, lệ phí). The national database writes "Miễn phí" as its default, also where
 * the provincial council sets the fee; such a line is not {@linkplain #certain certain}.
 *
 * @param amount the published amount, or null when there is none or it cannot be read
 * @param currency ISO 4217, such as {@code VND}; empty without an amount
 * @param certain whether the line can be taken at its word
 * @param note the words in brackets after it
 * @param text the whole line as published
 */
public record Fee(Kind kind, @Nullable BigDecimal amount, String currency, boolean certain, String note, String text) {

    /** What the line says before its note. */
    public enum Kind {
        /** "Miễn phí". */
        FREE,
        /** A sum of money. */
        AMOUNT,
        /** Nothing, or nothing that can be read. */
        UNSTATED
    }

    public Fee {
        requireNonNull(kind, "kind");
        requireNonNull(currency, "currency");
        requireNonNull(note, "note");
        requireNonNull(text, "text");
        if ((amount != null) != (kind == Kind.AMOUNT)) {
            throw new IllegalArgumentException("fee of kind " + kind + " with amount " + amount
                    + " (expected: an amount for AMOUNT, none otherwise)");
        }
        if (amount != null && amount.signum() < 0) {
            throw new IllegalArgumentException("fee " + amount + " (expected: >= 0)");
        }
    }

    public static Fee free(boolean certain, String note, String text) {
        return new Fee(Kind.FREE, null, "", certain, note, text);
    }

    public static Fee amount(BigDecimal amount, String currency, boolean certain, String note, String text) {
        return new Fee(Kind.AMOUNT, amount, currency, certain, note, text);
    }

    public static Fee unstated(String note, String text) {
        return new Fee(Kind.UNSTATED, null, "", false, note, text);
    }

    /** What may be charged without asking a person first: nought for a certain "free", the amount if certain. */
    public Optional<BigDecimal> chargeable() {
        if (!certain) {
            return Optional.empty();
        }
        return kind == Kind.FREE ? Optional.of(BigDecimal.ZERO) : Optional.ofNullable(amount);
    }
}
