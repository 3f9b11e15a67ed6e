package vn.kientao.reform.procedures.web.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Request;

/**
 * A period as it stands in the address: {@code period} is {@code m1} to {@code m12}, {@code q1} to {@code q4}, {@code h1}
 * (six months), {@code n9} (nine months), {@code y} (year) or {@code free} with {@code from} and {@code to}. What cannot be
 * read is told, and the present year is shown instead.
 */
public final class PeriodForm {
    /** The parameters of an address that it reads. */
    public static final List<String> PARAMETERS = List.of("period", "year", "from", "to");

    private static final TextBundle TEXTS = TextBundle.of(PeriodForm.class);
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("d/M/uuuu");
    private static final int MONTHS = 12;
    private static final int QUARTERS = 4;

    private final Map<String, String> values = new LinkedHashMap<>();
    private final FormErrors errors;
    private final LocalDateTime now;
    private final Period period;

    public PeriodForm(Request request, FormErrors errors) {
        this.errors = errors;
        this.now = LocalDateTime.ofInstant(request.now(), Formats.ZONE).truncatedTo(ChronoUnit.SECONDS);
        PARAMETERS.forEach(name -> request.query(name).ifPresent(value -> values.put(name, value)));
        values.putIfAbsent("period", "y");
        values.putIfAbsent("year", "" + now.getYear());
        this.period = values.get("period").equals("free") ? free() : named(values.get("period"), year());
    }

    /** The words for {@code period}, in the order of the choice. */
    public static List<String> choices() {
        return Stream.of(
                        Stream.of("y", "h1", "n9"),
                        IntStream.rangeClosed(1, QUARTERS).mapToObj(quarter -> "q" + quarter),
                        IntStream.rangeClosed(1, MONTHS).mapToObj(month -> "m" + month),
                        Stream.of("free"))
                .flatMap(words -> words)
                .toList();
    }

    public Period period() {
        return period;
    }

    /** When the request arrived, in the time of Viet Nam. */
    public LocalDateTime now() {
        return now;
    }

    /** What stands in the fields. */
    public Map<String, String> values() {
        return values;
    }

    private int year() {
        String given = values.getOrDefault("year", "");
        if (!YEAR.matcher(given).matches()) {
            errors.add("year", TEXTS.text("report.error.year", given));
            return now.getYear();
        }
        return Integer.parseInt(given);
    }

    private Period named(String word, int year) {
        if (word.equals("h1")) {
            return Period.firstMonths(year, 6);
        }
        if (word.equals("n9")) {
            return Period.firstMonths(year, 9);
        }
        if (word.equals("y") || !choices().contains(word)) {
            if (!word.equals("y")) {
                errors.add("period", TEXTS.text("report.error.period", word));
            }
            return Period.year(year);
        }
        int number = Integer.parseInt(word.substring(1));
        return word.startsWith("q") ? Period.quarter(year, number) : Period.month(YearMonth.of(year, number));
    }

    private Period free() {
        Optional<LocalDate> from = day("from");
        Optional<LocalDate> to = day("to");
        if (from.isEmpty() || to.isEmpty()) {
            return Period.year(now.getYear());
        }
        if (to.get().isBefore(from.get())) {
            errors.add("to", TEXTS.text("report.error.order", Formats.date(to.get()), Formats.date(from.get())));
            return Period.year(now.getYear());
        }
        return new Period(from.get(), to.get());
    }

    private Optional<LocalDate> day(String name) {
        String given = values.getOrDefault(name, "");
        try {
            return Optional.of(given.indexOf('/') >= 0 ? LocalDate.parse(given, TYPED) : LocalDate.parse(given));
        } catch (DateTimeException e) {
            errors.add(name, TEXTS.text("report.error.date", given));
            return Optional.empty();
        }
    }
}
