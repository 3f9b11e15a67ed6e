package vn.kientao.reform.procedures.app.importing;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import vn.kientao.reform.procedures.domain.Excerpts;

/**
 * One reason why a row was refused.
 *
 * @param line from 1; 0 when it is about the file
 * @param field the name of the field in the record; empty when it is about the whole line
 * @param value what was found there, shortened; empty when nothing was
 * @param arguments what the sentence behind {@link Reason#key()} needs, in order
 */
public record RowError(long line, String field, Reason reason, String value, List<String> arguments) {

    private static final int LONGEST_VALUE = 120;

    public RowError {
        requireNonNull(field, "field");
        requireNonNull(reason, "reason");
        value = Excerpts.of(value, LONGEST_VALUE);
        arguments = List.copyOf(arguments);
        if (line < 0) {
            throw new IllegalArgumentException("line " + line + " (expected: >= 0)");
        }
    }

    static RowError of(long line, String field, Reason reason, String value, Object... arguments) {
        return new RowError(
                line,
                field,
                reason,
                value,
                Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
