package vn.kientao.platform.api.documents;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A piece of a letter's body. */
public sealed interface LetterPart {

    /** The legal bases (căn cứ), one a line, in italics; the renderer ends them with {@code ;} and the last with a dot. */
    record Bases(List<String> lines) implements LetterPart {
        public Bases {
            lines = List.copyOf(lines);
        }
    }

    /** A justified paragraph with an indented first line. */
    record Text(String words) implements LetterPart {
        public Text {
            requireNonNull(words, "words");
        }
    }

    /** A line of a form: what is asked and, in bold, the answer. */
    record Field(String label, String value) implements LetterPart {
        public Field {
            requireNonNull(label, "label");
            requireNonNull(value, "value");
        }
    }

    /**
     * A table with lines; its header row is repeated on every page.
     *
     * @param rows as many cells as there are columns
     */
    record Table(List<LetterColumn> columns, List<List<String>> rows) implements LetterPart {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<String> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "a row of " + row.size() + " cells in a table of " + columns.size() + " columns");
                }
            }
        }
    }
}
