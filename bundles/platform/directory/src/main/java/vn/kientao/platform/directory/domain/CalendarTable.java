package vn.kientao.platform.directory.domain;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.time.CalendarDay.Kind;

/**
 * Reads exceptional days from a table with the columns {@code date}, {@code kind}, {@code name_vi} and, if present,
 * {@code name_en}, {@code weekday} (which must then be the right one) and {@code legal_basis} or {@code source}.
 */
public final class CalendarTable {
    private final TextBundle texts;

    public CalendarTable(TextBundle texts) {
        this.texts = texts;
    }

    /** The days of the table and what is wrong with it. */
    public Result read(CsvTable csv) {
        ImportedTable table = new ImportedTable(csv, texts);
        Map<LocalDate, ExceptionalDay> days = new LinkedHashMap<>();
        for (CsvTable.Row row : table.rows(Set.of("date", "kind", "name_vi"))) {
            day(table, row).ifPresent(day -> {
                if (days.putIfAbsent(day.day(), day) != null) {
                    table.problem(row.line(), "date", "calendar.import.twice", row.text("date"));
                }
            });
        }
        return new Result(List.copyOf(days.values()), table.problems());
    }

    private static Optional<ExceptionalDay> day(ImportedTable table, CsvTable.Row row) {
        String nameVi = table.required(row, "name_vi");
        String word = table.required(row, "kind");
        Optional<Kind> kind = ExceptionalDay.kind(word);
        if (kind.isEmpty() && !word.isEmpty()) {
            table.problem(row.line(), "kind", "calendar.import.kind", word);
        }
        String text = table.required(row, "date");
        Optional<LocalDate> date = text.isEmpty() ? Optional.empty() : table.date(row, "date", text);
        date.ifPresent(day -> checkWeekday(table, row, day));
        if (kind.isEmpty() || date.isEmpty()) {
            return Optional.empty();
        }
        if (!ExceptionalDay.fits(date.get(), kind.get())) {
            table.problem(row.line(), "kind", "calendar.import.misfit", word, text, weekday(date.get()));
            return Optional.empty();
        }
        String basis = row.value("legal_basis").or(() -> row.value("source")).orElse("");
        LocalText name = new LocalText(nameVi, row.value("name_en").orElse(nameVi));
        return Optional.of(new ExceptionalDay(date.get(), kind.get(), name, basis));
    }

    private static void checkWeekday(ImportedTable table, CsvTable.Row row, LocalDate day) {
        row.value("weekday")
                .filter(said -> !said.equalsIgnoreCase(weekday(day)))
                .ifPresent(said -> table.problem(
                        row.line(), "weekday", "calendar.import.weekday", said, day.toString(), weekday(day)));
    }

    private static String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    /** What was read. With problems, {@code days} is not to be kept. */
    public record Result(List<ExceptionalDay> days, List<ImportProblem> problems) {
        public Result {
            days = List.copyOf(days);
            problems = List.copyOf(problems);
        }
    }
}
