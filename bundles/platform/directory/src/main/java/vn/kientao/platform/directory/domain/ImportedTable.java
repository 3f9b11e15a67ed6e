package vn.kientao.platform.directory.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.kientao.platform.api.text.TextBundle;

/** A table under examination: hands out values and gathers what is wrong with them. */
final class ImportedTable {
    private static final DateTimeFormatter ISO = strict("uuuu-MM-dd");
    private static final DateTimeFormatter VIETNAMESE = strict("dd/MM/uuuu");
    private static final int LONGEST = 2_000;

    private final CsvTable table;
    private final TextBundle texts;
    private final List<ImportProblem> problems = new ArrayList<>();

    ImportedTable(CsvTable table, TextBundle texts) {
        this.table = table;
        this.texts = texts;
    }

    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    /** The rows, when the needed columns are there; otherwise none, and a problem for each missing column. */
    List<CsvTable.Row> rows(Set<String> needed) {
        needed.stream()
                .sorted()
                .filter(column -> !table.columns().contains(column))
                .forEach(column -> problem(1, column, "import.column-missing", column));
        if (!problems.isEmpty()) {
            return List.of();
        }
        if (table.rows().isEmpty()) {
            problem(0, "", "import.no-rows");
        }
        table.rows().forEach(this::checkShape);
        return table.rows();
    }

    private void checkShape(CsvTable.Row row) {
        if (row.tooLong()) {
            problem(
                    row.line(),
                    "",
                    "import.too-many-fields",
                    String.valueOf(table.columns().size()));
        }
        row.values().forEach((column, value) -> {
            if (value.length() > LONGEST) {
                problem(row.line(), column, "import.too-long", String.valueOf(LONGEST));
            } else if (value.indexOf('\0') >= 0) {
                problem(row.line(), column, "import.control-character");
            }
        });
    }

    String required(CsvTable.Row row, String column) {
        Optional<String> value = row.value(column);
        if (value.isEmpty()) {
            problem(row.line(), column, "import.empty");
        }
        return value.orElse("");
    }

    /** Reads {@code 2025-07-01} or {@code 01/07/2025}. */
    Optional<LocalDate> date(CsvTable.Row row, String column, String value) {
        Optional<LocalDate> date = parsed(value, ISO).or(() -> parsed(value, VIETNAMESE));
        if (date.isEmpty()) {
            problem(row.line(), column, "import.date", value);
        }
        return date;
    }

    private static Optional<LocalDate> parsed(String value, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(value, format));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    void problem(int line, String column, String key, Object... arguments) {
        problems.add(new ImportProblem(line, column, texts.text(key, arguments)));
    }

    /** What was found so far, in order of line. */
    List<ImportProblem> problems() {
        return problems.stream()
                .sorted(Comparator.comparingInt(ImportProblem::line))
                .toList();
    }
}
