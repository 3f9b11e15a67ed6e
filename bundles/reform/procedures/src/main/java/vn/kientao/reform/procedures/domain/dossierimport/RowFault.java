package vn.kientao.reform.procedures.domain.dossierimport;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.Excerpts;

/**
 * One reason why a row, or a whole file, was refused.
 *
 * @param column empty when it is about the file
 * @param value what was found there, shortened
 * @param arguments what the sentence behind {@link Reason#key()} needs, in order
 */
public record RowFault(Optional<ImportColumn> column, Reason reason, String value, List<String> arguments) {
    private static final int LONGEST_VALUE = 120;

    /** Why; the arguments of the sentence stand behind each, in order. */
    public enum Reason {
        /** The file is no sheet that can be read. Arguments: the sentence in Vietnamese; in English. */
        FILE_UNREADABLE,
        /** The file has no row. No arguments. */
        FILE_EMPTY,
        /** No row holds the titles of the columns. No arguments: the sentence names those that are needed. */
        HEADER_MISSING,
        /** Nothing where something is needed. No arguments. */
        MISSING,
        /** Arguments: the characters it has; the most allowed. */
        TOO_LONG,
        /** The agency's file has this code twice. Arguments: the line that had it. */
        CODE_TWICE,
        /** No arguments. */
        PROCEDURE_UNKNOWN,
        /** No arguments: the sentence names what may stand there. */
        NOT_A_CHOICE,
        /** No arguments. */
        NOT_A_TIME,
        /** Arguments: the latest moment that it may be. */
        TOO_LATE,
        /** Arguments: the earliest moment that it may be. */
        TOO_EARLY,
        /** No arguments. */
        NOT_A_PHONE,
        /** No arguments. */
        NOT_AN_EMAIL,
        /** No arguments. */
        NOT_AN_ID,
        /** No arguments. */
        AGENCY_UNKNOWN,
        /** The procedure states no limit from which the date could be counted. Arguments: the published words. */
        DUE_NEEDED,
        /** A state that has no end has one. No arguments. */
        END_UNEXPECTED;

        /** The key of the sentence. */
        public String key() {
            return "dossier-import.reason." + word();
        }

        /** Its word in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public RowFault {
        requireNonNull(column, "column");
        requireNonNull(reason, "reason");
        value = Excerpts.of(value, LONGEST_VALUE);
        arguments = List.copyOf(arguments);
    }

    /** About one cell. */
    public static RowFault of(ImportColumn column, Reason reason, String value, String... arguments) {
        return new RowFault(Optional.of(column), reason, value, Arrays.asList(arguments));
    }

    /** About the file. */
    public static RowFault ofFile(Reason reason, String... arguments) {
        return new RowFault(Optional.empty(), reason, "", Arrays.asList(arguments));
    }
}
