package vn.kientao.reform.steering.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Request;

/** Reads the fields of a posted form; every refusal names the field's value and what is expected. */
public final class FormReader {
    private static final TextBundle TEXTS = TextBundle.of(FormReader.class);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d/M");

    private final Function<String, Optional<String>> fields;
    private final FormErrors errors;

    public FormReader(Request request, FormErrors errors) {
        this.fields = request::field;
        this.errors = errors;
    }

    /** Of a body that a program sent; a field that is missing or blank was not given. */
    public FormReader(Map<String, String> values, FormErrors errors) {
        this.fields =
                name -> Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
        this.errors = errors;
    }

    /** The value of a field as it was given; empty when it was not. */
    public Optional<String> field(String name) {
        return fields.apply(name);
    }

    /** A text of {@code least} to {@code most} characters; empty when nothing was typed and nothing had to be. */
    public String text(String field, int least, int most) {
        String given = field(field).orElse("");
        if (given.length() < least || given.length() > most) {
            errors.add(
                    field,
                    given.isEmpty()
                            ? TEXTS.text("form.error.missing")
                            : TEXTS.text("form.error.length", "" + given.length(), "" + least, "" + most));
        }
        return given;
    }

    /** A code that addresses and sheets can carry: 1 to 40 letters and digits, with points and hyphens between them; never {@code new}. */
    public String code(String field) {
        String given = field(field).orElse("");
        if (!given.matches("[A-Za-z0-9]([A-Za-z0-9.-]{0,38}[A-Za-z0-9])?") || given.equals("new")) {
            errors.add(
                    field, given.isEmpty() ? TEXTS.text("form.error.missing") : TEXTS.text("form.error.code", given));
        }
        return given;
    }

    /** A whole number from {@code least} to {@code most}; {@code least} when it is not one, with an error. */
    public int number(String field, int least, int most) {
        String given = field(field).orElse("");
        if (given.matches("\\d{1,9}")) {
            int value = Integer.parseInt(given);
            if (value >= least && value <= most) {
                return value;
            }
        }
        errors.add(field, TEXTS.text("form.error.number", given, "" + least, "" + most));
        return least;
    }

    /** An amount in đồng, with or without points between the thousands; empty when nothing was typed. */
    public Optional<BigDecimal> amount(String field) {
        Optional<String> given = field(field);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        String digits = given.get().replace(".", "");
        if (!digits.matches("\\d{1,15}")) {
            errors.add(field, TEXTS.text("form.error.amount", given.get()));
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(digits));
    }

    /** A number with at most four decimals behind a comma or a point; empty when nothing was typed, or when it is none, with an error. */
    public Optional<BigDecimal> decimal(String field) {
        Optional<String> given = field(field);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        String digits = given.get().replace(',', '.');
        if (!digits.matches("-?\\d{1,12}(\\.\\d{1,4})?")) {
            errors.add(field, TEXTS.text("form.error.decimal", given.get()));
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(digits));
    }

    /** A day as {@code 9/2/2026}; empty when nothing was typed, or when it is none, with an error. */
    public Optional<LocalDate> day(String field) {
        Optional<String> given = field(field);
        try {
            return given.map(text -> LocalDate.parse(text, DAY));
        } catch (DateTimeException e) {
            errors.add(field, TEXTS.text("form.error.day", given.orElse("")));
            return Optional.empty();
        }
    }

    /** A day of any year as {@code 14/3}, which has to be given; empty when it is none, with an error. */
    public Optional<MonthDay> monthDay(String field) {
        String given = field(field).orElse("");
        try {
            return Optional.of(MonthDay.parse(given, DAY_OF_YEAR));
        } catch (DateTimeException e) {
            errors.add(field, TEXTS.text("form.error.month-day", given));
            return Optional.empty();
        }
    }

    /** A day that has to be given. */
    public Optional<LocalDate> neededDay(String field) {
        if (field(field).isEmpty()) {
            errors.add(field, TEXTS.text("form.error.missing"));
        }
        return day(field);
    }

    public FormErrors errors() {
        return errors;
    }
}
