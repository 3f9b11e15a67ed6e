package vn.kientao.platform.directory.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;

/**
 * Reads agencies from a table with the columns {@code code}, {@code name_vi} and, if present, {@code name_en},
 * {@code type}, {@code parent}, {@code valid_from}, {@code valid_to}, {@code successor}, {@code note} or {@code source}.
 *
 * <p>A date with a question mark is kept and marked as not certain. A successor that is a sentence is kept as it stands,
 * and those of its words that are codes of the register become links.
 */
public final class AgencyTable {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9](?:[A-Z0-9-]{0,18}[A-Z0-9])?");
    private static final Pattern WORD = Pattern.compile("[A-Z0-9][A-Z0-9-]*[A-Z0-9]|[A-Z0-9]");
    private static final Pattern CODES_ONLY = Pattern.compile("[A-Z0-9-]+(?:\\s*[;,|]\\s*[A-Z0-9-]+|\\s+[A-Z0-9-]+)*");

    /** First words of the platform's own addresses: an agency of this code could not be reached. */
    private static final Set<String> RESERVED = Set.of(
            "a", "account", "admin", "api", "drafts", "health", "jobs", "public", "sign-in", "sign-out", "system");

    private final Set<String> knownCodes;
    private final TextBundle texts;

    /** @param knownCodes the codes already in the register: parents and successors may be among them */
    public AgencyTable(Set<String> knownCodes, TextBundle texts) {
        this.knownCodes = Set.copyOf(knownCodes);
        this.texts = texts;
    }

    /** The agencies of the table and what is wrong with it. */
    public Result read(CsvTable csv) {
        ImportedTable table = new ImportedTable(csv, texts);
        List<CsvTable.Row> rows = table.rows(Set.of("code", "name_vi"));
        Set<String> codes = new HashSet<>(knownCodes);
        rows.forEach(row -> codes.add(row.text("code")));
        Map<String, RegisteredAgency> agencies = new LinkedHashMap<>();
        for (CsvTable.Row row : rows) {
            RegisteredAgency agency = agency(table, row, codes);
            if (agencies.putIfAbsent(agency.code(), agency) != null) {
                table.problem(row.line(), "code", "agencies.import.twice", agency.code());
            }
        }
        rows.forEach(row -> checkNoCircle(table, row, agencies));
        return new Result(List.copyOf(agencies.values()), table.problems());
    }

    private RegisteredAgency agency(ImportedTable table, CsvTable.Row row, Set<String> codes) {
        String code = code(table, row);
        String nameVi = table.required(row, "name_vi");
        Day from = day(table, row, "valid_from");
        Day to = day(table, row, "valid_to");
        if (from.date().isPresent()
                && to.date().isPresent()
                && to.date().get().isBefore(from.date().get())) {
            table.problem(
                    row.line(),
                    "valid_to",
                    "agencies.import.ends-before",
                    row.text("valid_to"),
                    row.text("valid_from"));
        }
        Optional<String> parent = row.value("parent");
        parent.filter(above -> !codes.contains(above))
                .ifPresent(above -> table.problem(row.line(), "parent", "agencies.import.unknown", above));
        List<String> successors = successors(table, row, code, codes);
        String words = row.text("successor");
        Agency agency = new Agency(
                code,
                new LocalText(nameVi, row.value("name_en").orElse(nameVi)),
                row.value("type").orElse("department").toLowerCase(Locale.ROOT),
                parent,
                from.date(),
                to.date(),
                successors);
        String note = row.value("note").or(() -> row.value("source")).orElse("");
        return new RegisteredAgency(
                agency, from.certain(), to.certain(), CODES_ONLY.matcher(words).matches() ? "" : words, note);
    }

    private static String code(ImportedTable table, CsvTable.Row row) {
        String code = table.required(row, "code");
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            table.problem(row.line(), "code", "agencies.import.code", code);
        } else if (RESERVED.contains(code.toLowerCase(Locale.ROOT))) {
            table.problem(row.line(), "code", "agencies.import.reserved", code);
        }
        return code;
    }

    private static Day day(ImportedTable table, CsvTable.Row row, String column) {
        String text = row.text(column);
        boolean certain = !text.endsWith("?");
        String date = certain ? text : text.substring(0, text.length() - 1).strip();
        return date.isEmpty() ? new Day(Optional.empty(), certain) : new Day(table.date(row, column, date), certain);
    }

    private static List<String> successors(ImportedTable table, CsvTable.Row row, String code, Set<String> codes) {
        String words = row.text("successor");
        boolean codesOnly = CODES_ONLY.matcher(words).matches();
        Set<String> successors = new LinkedHashSet<>();
        Matcher word = WORD.matcher(words);
        while (word.find()) {
            if (codes.contains(word.group())) {
                successors.add(word.group());
            } else if (codesOnly) {
                table.problem(row.line(), "successor", "agencies.import.unknown", word.group());
            }
        }
        if (successors.contains(code)) {
            table.problem(row.line(), "successor", "agencies.import.own-successor", code);
        }
        return List.copyOf(successors);
    }

    private static void checkNoCircle(ImportedTable table, CsvTable.Row row, Map<String, RegisteredAgency> agencies) {
        String code = row.text("code");
        Set<String> seen = new HashSet<>();
        String above = code;
        while (above != null && seen.add(above)) {
            RegisteredAgency agency = agencies.get(above);
            above = agency == null ? null : agency.agency().parent().orElse(null);
            if (code.equals(above)) {
                table.problem(row.line(), "parent", "agencies.import.circle", code);
                return;
            }
        }
    }

    private record Day(Optional<LocalDate> date, boolean certain) {}

    /** What was read. With problems, {@code agencies} is not to be kept. */
    public record Result(List<RegisteredAgency> agencies, List<ImportProblem> problems) {
        public Result {
            agencies = List.copyOf(agencies);
            problems = List.copyOf(problems);
        }
    }
}
