package vn.kientao.platform.api.procedure;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Which procedures somebody looks for.
 *
 * @param words a code or words, with or without accents; empty for all
 * @param agency name of an agency that carries it out or decides in it
 * @param internal whether procedures for state bodies only are among them
 * @param first place of the first one wanted, from 0
 * @param most how many
 */
public record ProcedureQuery(
        String words, Optional<String> agency, Optional<String> field, boolean internal, int first, int most) {

    public ProcedureQuery {
        requireNonNull(words, "words");
        requireNonNull(agency, "agency");
        requireNonNull(field, "field");
        if (first < 0 || most < 1) {
            throw new IllegalArgumentException(
                    "first " + first + ", most " + most + " (expected: first >= 0, most >= 1)");
        }
    }

    /** The first {@code most} procedures for the public that fit these words. */
    public static ProcedureQuery of(String words, int most) {
        return new ProcedureQuery(words, Optional.empty(), Optional.empty(), false, 0, most);
    }
}
