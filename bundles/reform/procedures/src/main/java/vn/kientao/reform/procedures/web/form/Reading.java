package vn.kientao.reform.procedures.web.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Request;

/** Reads what people typed, forgiving in shape, strict in meaning; every refusal names field, value and expectation. */
public final class Reading {
    private static final TextBundle TEXTS = TextBundle.of(Reading.class);
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\s*[/.-]\\s*(\\d{1,2})\\s*[/.-]\\s*(\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");

    private final Function<String, Optional<String>> typed;
    private final String prefix;
    private final FormErrors errors = new FormErrors();

    /** @param prefix of the text keys of the fields' labels */
    public Reading(Request request, String prefix) {
        this(request::field, prefix);
    }

    /** What a program sent under the names of the form's fields. */
    public Reading(Map<String, String> fields, String prefix) {
        this(name -> Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank()), prefix);
    }

    private Reading(Function<String, Optional<String>> typed, String prefix) {
        this.typed = typed;
        this.prefix = prefix;
    }

    public FormErrors errors() {
        return errors;
    }

    /** A text that must be there, no longer than {@code most}. */
    public String required(String field, int most) {
        String value = optional(field, most);
        if (value.isEmpty()) {
            errors.add(field, words("required", label(field)));
        }
        return value;
    }

    /** A text that may be missing, no longer than {@code most}. */
    public String optional(String field, int most) {
        String value = typed.apply(field).orElse("");
        if (value.length() > most) {
            errors.add(field, words("long", label(field), same(value.length()), same(most)));
        }
        return value;
    }

    /** A day that must be there; today, with a mistake, when it is none. */
    public LocalDate day(String field) {
        String value = required(field, Integer.MAX_VALUE);
        return optionalDay(field).orElseGet(() -> {
            if (!value.isEmpty()) {
                errors.add(field, words("day", label(field), LocalText.same(value)));
            }
            return LocalDate.EPOCH;
        });
    }

    /** A day that may be missing. */
    public Optional<LocalDate> optionalDay(String field) {
        String value = typed.apply(field).orElse("");
        Optional<LocalDate> day = parse(value);
        if (day.isEmpty() && !value.isEmpty()) {
            errors.add(field, words("day", label(field), LocalText.same(value)));
        }
        return day;
    }

    /** A whole number from 0 to 999,999 that may be missing. */
    public Optional<Integer> number(String field) {
        String value = typed.apply(field).orElse("");
        if (!value.isEmpty() && !value.matches("\\d{1,6}")) {
            errors.add(field, words("number", label(field), LocalText.same(value)));
            return Optional.empty();
        }
        return value.isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(value));
    }

    /** One of the constants; empty when none or another word is chosen. */
    public <E extends Enum<E>> Optional<E> choice(String field, E[] constants) {
        String value = typed.apply(field).orElse("");
        Optional<E> chosen = Arrays.stream(constants)
                .filter(constant -> constant.name().equals(value))
                .findFirst();
        if (chosen.isEmpty() && !value.isEmpty()) {
            errors.add(field, words("choice", label(field), LocalText.same(value)));
        }
        return chosen;
    }

    /** Says that {@code key}, a sentence with the label of the field. */
    public void mistake(String field, String key) {
        errors.add(field, words(key, label(field)));
    }

    /** {@code 9/2/2026}, {@code 09.02.2026} or {@code 2026-02-09}. */
    public static Optional<LocalDate> parse(String value) {
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
        return TEXTS.text(prefix + "." + field.replaceAll("-\\d+-", "-"));
    }

    private static LocalText same(int number) {
        return LocalText.same(String.valueOf(number));
    }

    /** The sentence {@code form.error.<key>}, each argument in the language of the sentence. */
    public static LocalText words(String key, LocalText... arguments) {
        Object[] vi = Arrays.stream(arguments).map(LocalText::vi).toArray();
        Object[] en = Arrays.stream(arguments).map(LocalText::en).toArray();
        return new LocalText(
                TEXTS.in(TextBundle.VIETNAMESE).get("form.error." + key, vi),
                TEXTS.in(TextBundle.ENGLISH).get("form.error." + key, en));
    }
}
