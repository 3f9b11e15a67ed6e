package vn.kientao.platform.api.table;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.List;
import vn.kientao.platform.api.documents.SheetCell;

/**
 * A table that leaves the platform, whatever kind of file it becomes.
 *
 * @param name of the file, without its ending
 * @param object what it is, in the audit trail
 * @param title what stands above it
 * @param lines below the title: period, agency, filter
 * @param notes below the table
 * @param place where the agency issues its papers; empty when it is not known
 */
public record TableFile(
        String name,
        String object,
        String title,
        List<String> lines,
        List<Column> columns,
        Rows rows,
        List<String> notes,
        String place) {

    public TableFile {
        requireNonNull(name, "name");
        requireNonNull(object, "object");
        requireNonNull(title, "title");
        lines = List.copyOf(lines);
        columns = List.copyOf(columns);
        requireNonNull(rows, "rows");
        notes = List.copyOf(notes);
        requireNonNull(place, "place");
    }

    /** One whose place is not known. */
    public TableFile(
            String name,
            String object,
            String title,
            List<String> lines,
            List<Column> columns,
            Rows rows,
            List<String> notes) {
        this(name, object, title, lines, columns, rows, notes, "");
    }

    /** The same, issued at a place. */
    public TableFile at(String where) {
        return new TableFile(name, object, title, lines, columns, rows, notes, where);
    }

    /** @param width in characters */
    public record Column(String title, int width) {}

    /** Says its rows one after the other, so that their number does not matter. */
    @FunctionalInterface
    public interface Rows {
        void sayTo(Line line) throws IOException;
    }

    /** Takes rows, each with as many cells as there are columns. */
    @FunctionalInterface
    public interface Line {
        void add(List<SheetCell> cells) throws IOException;
    }
}
