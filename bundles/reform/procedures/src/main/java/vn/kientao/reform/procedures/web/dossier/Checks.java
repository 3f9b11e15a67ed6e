package vn.kientao.reform.procedures.web.dossier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.reform.procedures.domain.dossier.ContactRules;

/** Reads what people type, forgiving in shape, strict in meaning; every refusal names field, value and expectation. */
public final class Checks {
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern COUNT = Pattern.compile("\\d{1,3}");

    private final FormErrors errors;
    private final String labels;

    /** Of a form whose fields are called {@code dossier.field.…}. */
    public Checks(FormErrors errors) {
        this(errors, "dossier.field.");
    }

    /** @param labels what the text keys of the fields' names begin with */
    public Checks(FormErrors errors, String labels) {
        this.errors = errors;
        this.labels = labels;
    }

    /** A text that must be there, no longer than {@code most}. */
    public String required(String field, String value, int most) {
        if (value.isEmpty()) {
            errors.add(
                    field,
                    Words.text(
                            "dossier.error.required",
                            label(field).vi(),
                            label(field).en()));
        }
        return optional(field, value, most);
    }

    /** A text that may be missing, no longer than {@code most}. */
    public String optional(String field, String value, int most) {
        if (value.length() > most) {
            errors.add(
                    field,
                    Words.text(
                            "dossier.error.long",
                            label(field).vi(),
                            label(field).en(),
                            "" + value.length(),
                            "" + most));
        }
        return value;
    }

    /** A Vietnamese phone number, as digits with a leading 0. */
    public String phone(String field, String value) {
        if (value.isEmpty()) {
            return required(field, value, Integer.MAX_VALUE);
        }
        Optional<String> digits = ContactRules.phone(value);
        if (digits.isEmpty()) {
            errors.add(field, Words.text("dossier.error.phone", value));
        }
        return digits.orElse(value);
    }

    public String email(String field, String value) {
        if (!value.isEmpty() && !ContactRules.email(value)) {
            errors.add(field, Words.text("dossier.error.email", value));
        }
        return optional(field, value, 200);
    }

    /** A citizen's id number: 12 digits, or 9 of the older card; spaces do not matter. */
    public String citizenId(String field, String value) {
        Optional<String> digits = ContactRules.citizenId(value);
        if (!value.isBlank() && digits.isEmpty()) {
            errors.add(field, Words.text("dossier.error.id-number", value));
        }
        return digits.orElse(value.strip());
    }

    /** A whole number from {@code least} to 999; {@code missing} when nothing was typed. */
    public int count(String field, String value, int least, int missing) {
        if (value.isEmpty()) {
            return missing;
        }
        if (!COUNT.matcher(value).matches() || Integer.parseInt(value) < least) {
            errors.add(field, Words.text("dossier.error.count", value, "" + least));
            return missing;
        }
        return Integer.parseInt(value);
    }

    /** A day; empty, with a mistake, when it is none. */
    public Optional<LocalDate> day(String field, String value) {
        if (value.isEmpty()) {
            required(field, value, Integer.MAX_VALUE);
            return Optional.empty();
        }
        Optional<LocalDate> day = day(value);
        if (day.isEmpty()) {
            errors.add(field, Words.text("dossier.error.date", value));
        }
        return day;
    }

    /** Refuses a day that is not from {@code first} to {@code last}. */
    public void between(String field, LocalDate day, LocalDate first, LocalDate last) {
        if (day.isBefore(first) || day.isAfter(last)) {
            errors.add(
                    field,
                    Words.text("dossier.error.range", Formats.date(day), Formats.date(first), Formats.date(last)));
        }
    }

    /** An id or phone number to look somebody up by, as it is kept; empty when it is neither. */
    static Optional<String> exactNumber(String value) {
        return ContactRules.phone(value).or(() -> ContactRules.idNumber(value));
    }

    /** {@code 9/2/2026}, {@code 09.02.2026}, {@code 09-02-2026} or {@code 2026-02-09}. */
    public static Optional<LocalDate> day(String value) {
        Matcher dayFirst = DAY_FIRST.matcher(value.strip());
        if (dayFirst.matches()) {
            return day(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(value.strip());
        return yearFirst.matches() ? day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private LocalText label(String field) {
        String name = field.replaceAll("^[px]\\d+-", "paper-").replaceAll("\\d+$", "");
        return Words.text(labels + name);
    }
}
