package vn.kientao.platform.directory.domain;

import static java.util.Objects.requireNonNull;

import vn.kientao.platform.api.text.LocalText;

/**
 * One thing in an imported file that must be corrected first.
 *
 * @param line the line of the file, counted from 1; 0 when the whole file is meant
 * @param column the column's name as in the file; empty when the whole line is meant
 * @param message what is wrong, with the value, and what is expected
 */
public record ImportProblem(int line, String column, LocalText message) {

    public ImportProblem {
        requireNonNull(column, "column");
        requireNonNull(message, "message");
    }
}
