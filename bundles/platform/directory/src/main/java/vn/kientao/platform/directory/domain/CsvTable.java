package vn.kientao.platform.directory.domain;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.text.Folding;

/**
 * A table read from a CSV file (RFC 4180) in UTF-8, with comma or semicolon. The first line names the columns; all text is
 * brought to Unicode NFC and stripped at both ends; empty lines are left out.
 */
public final class CsvTable {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final List<String> columns;
    private final List<Row> rows;

    private CsvTable(List<String> columns, List<Row> rows) {
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
    }

    /**
     * Decodes the bytes of a file.
     *
     * @throws CharacterCodingException when they are not UTF-8
     */
    public static String decode(byte[] content) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(content))
                .toString();
    }

    /** Reads the whole text; an empty text is a table without columns. */
    public static CsvTable parse(String text) {
        String content = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        List<Line> records = new Reader(content, delimiter(content)).records();
        if (records.isEmpty()) {
            return new CsvTable(List.of(), List.of());
        }
        List<String> columns = records.get(0).values().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (Line line : records.subList(1, records.size())) {
            rows.add(new Row(
                    line.line(), named(columns, line.values()), line.values().size() > columns.size()));
        }
        return new CsvTable(columns, rows);
    }

    public List<String> columns() {
        return columns;
    }

    public List<Row> rows() {
        return rows;
    }

    private static char delimiter(String content) {
        int end = content.indexOf('\n');
        String head = end < 0 ? content : content.substring(0, end);
        return head.indexOf(';') >= 0 && head.indexOf(',') < 0 ? ';' : ',';
    }

    private static Map<String, String> named(List<String> columns, List<String> values) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            named.put(columns.get(i), i < values.size() ? values.get(i) : "");
        }
        return named;
    }

    /**
     * One line of the table.
     *
     * @param line where it begins in the file, counted from 1
     * @param tooLong whether it has more fields than there are columns
     */
    public record Row(int line, Map<String, String> values, boolean tooLong) {
        public Row {
            values = Map.copyOf(values);
        }

        /** The value of a column; empty when the column is missing or the field blank. */
        public Optional<String> value(String column) {
            return Optional.ofNullable(values.get(column)).filter(value -> !value.isEmpty());
        }

        public String text(String column) {
            return value(column).orElse("");
        }
    }

    private record Line(int line, List<String> values) {
        boolean blank() {
            return values.stream().allMatch(String::isEmpty);
        }
    }

    /** Walks the text once. */
    private static final class Reader {
        private final String text;
        private final char delimiter;
        private int at;
        private int line = 1;

        Reader(String text, char delimiter) {
            this.text = text;
            this.delimiter = delimiter;
        }

        List<Line> records() {
            List<Line> records = new ArrayList<>();
            while (at < text.length()) {
                Line next = record();
                if (!next.blank()) {
                    records.add(next);
                }
            }
            return records;
        }

        private Line record() {
            int begins = line;
            List<String> values = new ArrayList<>();
            while (true) {
                values.add(Folding.nfc(at < text.length() && text.charAt(at) == '"' ? quoted() : plain())
                        .strip());
                if (at >= text.length()) {
                    return new Line(begins, values);
                }
                char stop = text.charAt(at++);
                if (stop == delimiter) {
                    continue;
                }
                if (stop == '\r' && at < text.length() && text.charAt(at) == '\n') {
                    at++;
                }
                line++;
                return new Line(begins, values);
            }
        }

        private String plain() {
            int from = at;
            while (at < text.length() && !endsField(text.charAt(at))) {
                at++;
            }
            return text.substring(from, at);
        }

        private String quoted() {
            StringBuilder value = new StringBuilder();
            at++;
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == '\n') {
                    line++;
                }
                if (c != '"') {
                    value.append(c);
                } else if (at < text.length() && text.charAt(at) == '"') {
                    value.append('"');
                    at++;
                } else {
                    break;
                }
            }
            return value.append(plain()).toString();
        }

        private boolean endsField(char c) {
            return c == delimiter || c == '\n' || c == '\r';
        }
    }
}
