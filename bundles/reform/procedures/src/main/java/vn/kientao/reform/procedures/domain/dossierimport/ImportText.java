package vn.kientao.reform.procedures.domain.dossierimport;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of a file as they are kept: their cells in the order of {@link ImportColumn}, many rows in one text. */
public final class ImportText {
    /** Stands between cells. */
    public static final char CELL = (char) 0x1f;
    /** Stands between rows. */
    public static final char ROW = (char) 0x1e;

    private ImportText() {}

    /**
     * A row of the file.
     *
     * @param line as a spreadsheet program numbers it
     * @param cells in the order of {@link ImportColumn}
     */
    public record Row(long line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        public String cell(ImportColumn column) {
            return cells.get(column.place());
        }

        /** The row with something else in one cell. */
        public Row with(ImportColumn column, String value) {
            List<String> others = new ArrayList<>(cells);
            others.set(column.place(), value);
            return new Row(line, others);
        }
    }

    /** What a cell may hold: no signs that part cells and rows, no NUL, which a database does not keep. */
    public static String cell(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ') {
                return text.chars()
                        .filter(sign -> sign >= ' ' || sign == '\n' || sign == '\t')
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
            }
        }
        return text;
    }

    public static String write(Row row) {
        StringBuilder text = new StringBuilder(400).append(row.line());
        row.cells().forEach(cell -> text.append(CELL).append(cell));
        return text.toString();
    }

    public static String write(List<Row> rows) {
        StringBuilder text = new StringBuilder(rows.size() * 400);
        for (Row row : rows) {
            text.append(text.isEmpty() ? "" : ROW).append(write(row));
        }
        return text.toString();
    }

    public static List<Row> read(String text) {
        List<Row> rows = new ArrayList<>();
        for (String row : text.isEmpty() ? List.<String>of() : split(text, ROW)) {
            List<String> cells = split(row, CELL);
            rows.add(new Row(Long.parseLong(cells.get(0)), cells.subList(1, cells.size())));
        }
        return rows;
    }

    private static List<String> split(String text, char at) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf(at); to >= 0; to = text.indexOf(at, from)) {
            parts.add(text.substring(from, to));
            from = to + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }
}
