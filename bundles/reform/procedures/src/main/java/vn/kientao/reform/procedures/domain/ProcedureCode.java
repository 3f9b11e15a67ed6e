package vn.kientao.reform.procedures.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a procedure in the national database (mã thủ tục): {@code 1.001193}, or with the agency that announced
 * its own form of it, {@code 1.001193.000.00.00.H12} or the short {@code 1.001193.H12}.
 *
 * <p>Two codes are equal only when they are written alike: a province's form of a procedure is not the national one.
 */
public record ProcedureCode(String value) implements Comparable<ProcedureCode> {

    private static final int NATIONAL_LENGTH = "1.001193".length();
    private static final Pattern FORM =
            Pattern.compile("\\d\\.\\d{6}(?:(?:\\.\\d{3}\\.\\d{2}\\.\\d{2})?\\.[A-Z]\\d{2})?");

    public ProcedureCode {
        requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "procedure code " + value + " (expected: 1.001193 or 1.001193.000.00.00.H12)");
        }
    }

    /** Reads a code, or answers empty when {@code text} does not have the form of one. */
    public static Optional<ProcedureCode> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ProcedureCode(text)) : Optional.empty();
    }

    /** The first part, which every province shares: {@code 1.001193}. */
    public String national() {
        return value.substring(0, NATIONAL_LENGTH);
    }

    /** The agency part, such as {@code 000.00.00.H12} or {@code H12}; empty for a national code. */
    public Optional<String> agency() {
        return value.length() == NATIONAL_LENGTH ? Optional.empty() : Optional.of(value.substring(NATIONAL_LENGTH + 1));
    }

    @Override
    public int compareTo(ProcedureCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
