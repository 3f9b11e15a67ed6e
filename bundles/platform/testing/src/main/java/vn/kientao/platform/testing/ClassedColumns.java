package vn.kientao.platform.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import vn.kientao.platform.api.data.Database;

/**
 * What a file says of every column of schemas that holds words: whether it is about people, and if not, why not. A line is
 * {@code table.column;class;reason}; {@code *.column} stands for a column of that name in any table, {@code table.*} for a
 * whole table. A column that a new migration brings is in no line, and fails the test until somebody has thought about it.
 */
public final class ClassedColumns {
    private static final String COLUMNS = """
            SELECT table_name AS of_table, column_name AS word_column
              FROM information_schema.columns
             WHERE LOWER(table_schema) IN (<schemas>) AND LOWER(table_name) NOT LIKE 'migration!_%' ESCAPE '!'
               AND LOWER(data_type) IN ('character varying', 'text', 'character large object', 'character', 'json', 'jsonb')
             ORDER BY table_name, column_name
            """;
    private static final int PARTS = 3;

    private final Map<String, String> classes = new LinkedHashMap<>();
    private final List<String> columns;

    private ClassedColumns(List<String> lines, List<String> columns) {
        this.columns = columns;
        for (String line : lines) {
            String[] parts = line.split(";", PARTS);
            if (parts.length < PARTS || parts[0].isBlank() || parts[1].isBlank()) {
                throw new IllegalArgumentException("line '" + line + "' (expected: table.column;class;reason)");
            }
            if (parts[1].equals("none") && parts[2].isBlank()) {
                throw new IllegalArgumentException("line '" + line + "' gives no reason");
            }
            if (classes.put(parts[0], parts[1]) != null) {
                throw new IllegalArgumentException(parts[0] + " is there twice");
            }
        }
    }

    /** The columns of migrated schemas, and the file beside {@code test} that classes them. */
    public static ClassedColumns of(Database database, List<String> schemas, Class<?> test, String file) {
        List<String> columns = database.read(handle -> handle.createQuery(COLUMNS)
                .bindList("schemas", schemas)
                .map((row, context) ->
                        (row.getString("of_table") + "." + row.getString("word_column")).toLowerCase(Locale.ROOT))
                .list());
        try (InputStream in = test.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no file " + file + " beside " + test.getName());
            }
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            return new ClassedColumns(lines, columns);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Columns of which no line tells anything, and lines that are about nothing. */
    public List<String> faults() {
        List<String> used =
                columns.stream().map(this::lineOf).flatMap(Optional::stream).toList();
        return Stream.concat(
                        columns.stream()
                                .filter(column -> lineOf(column).isEmpty())
                                .map(column -> column + " is not classed (expected: a line in the file of columns)"),
                        classes.keySet().stream()
                                .filter(line -> !used.contains(line))
                                .map(line -> line + " is classed and not there"))
                .toList();
    }

    /** Column → class, of those columns that are about people. */
    public Map<String, String> personal() {
        Map<String, String> personal = new TreeMap<>();
        for (String column : columns) {
            lineOf(column)
                    .map(classes::get)
                    .filter(word -> !word.equals("none"))
                    .ifPresent(word -> personal.put(column, word));
        }
        return personal;
    }

    private Optional<String> lineOf(String column) {
        int stop = column.indexOf('.');
        return List.of(column, "*" + column.substring(stop), column.substring(0, stop) + ".*").stream()
                .filter(classes::containsKey)
                .findFirst();
    }
}
