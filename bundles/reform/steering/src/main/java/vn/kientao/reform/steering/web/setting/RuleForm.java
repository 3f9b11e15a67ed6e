package vn.kientao.reform.steering.web.setting;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.domain.report.PeriodRule;
import vn.kientao.reform.steering.domain.setting.Dated;
import vn.kientao.reform.steering.domain.setting.Setting;
import vn.kientao.reform.steering.domain.setting.SettingName;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.FormReader;

/** Reads what a rule shall be, from what day on and why. */
final class RuleForm {
    private static final TextBundle TEXTS = TextBundle.of(RuleForm.class);
    private static final int BASIS = 1_000;
    private static final int MOST_INTERNAL_DAYS = 60;

    private final Request request;
    private final FormErrors errors;
    private final FormReader reader;

    RuleForm(Request request, FormErrors errors) {
        this.request = request;
        this.errors = errors;
        this.reader = new FormReader(request, errors);
    }

    /** The next row of a setting; empty when the errors say why not. */
    Optional<Setting> setting(Setting last) {
        String value = value(last.name());
        Optional<LocalDate> from = from(last, "value");
        String basis = reader.text("basis", 1, BASIS);
        return errors.isEmpty()
                ? from.map(day -> new Setting(last.name(), value, day, Optional.empty(), basis))
                : Optional.empty();
    }

    private String value(SettingName name) {
        return switch (name.shape()) {
            case NUMBER, YES_OR_NO -> "" + reader.number("value", name.least(), name.most());
            case NUMBERS -> numbers(name);
            case WORDS -> reader.text("value", name.least(), name.most());
        };
    }

    /** Several numbers, the largest first, each once. */
    private String numbers(SettingName name) {
        String given = reader.field("value").orElse("");
        if (given.matches("\\d{1,9}(\\s*,\\s*\\d{1,9}){0," + (SettingName.MOST_NUMBERS - 1) + "}")) {
            int[] numbers = Arrays.stream(given.split(","))
                    .map(String::strip)
                    .mapToInt(Integer::parseInt)
                    .toArray();
            if (Arrays.stream(numbers).allMatch(one -> one >= name.least() && one <= name.most())) {
                return Arrays.stream(numbers)
                        .boxed()
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .map(String::valueOf)
                        .collect(Collectors.joining(","));
            }
        }
        errors.add(
                "value",
                TEXTS.text(
                        "setting.error.numbers",
                        given,
                        "" + SettingName.MOST_NUMBERS,
                        "" + name.least(),
                        "" + name.most()));
        return given;
    }

    /** The next row about a kind of report; empty when the errors say why not. */
    Optional<PeriodRule> period(PeriodRule last) {
        Optional<MonthDay> first = reader.monthDay("firstDay");
        Optional<MonthDay> end = reader.monthDay("lastDay");
        Optional<MonthDay> due = reader.monthDay("due");
        int internal = reader.number("internalDays", 0, MOST_INTERNAL_DAYS);
        Optional<LocalDate> from = from(last, "firstDay");
        String basis = reader.text("basis", 1, BASIS);
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        PeriodRule next = new PeriodRule(
                last.kind(),
                first.orElseThrow(),
                reader.field("yearBefore").isPresent(),
                end.orElseThrow(),
                due.orElseThrow(),
                internal,
                from.orElseThrow(),
                Optional.empty(),
                basis);
        check(last, next);
        return errors.isEmpty() ? Optional.of(next) : Optional.empty();
    }

    private void check(PeriodRule last, PeriodRule next) {
        String end = SettingWords.of(next.to());
        if (!next.yearBefore() && next.from().isAfter(next.to())) {
            errors.add("firstDay", TEXTS.text("setting.error.order", SettingWords.of(next.from()), end));
        }
        if (next.yearBefore() && !next.from().isAfter(next.to())) {
            errors.add("firstDay", TEXTS.text("setting.error.long", SettingWords.of(next.from()), end));
        }
        if (!next.due().isAfter(next.to())) {
            errors.add("due", TEXTS.text("setting.error.due", SettingWords.of(next.due()), end));
        } else if (!next.in(next.validFrom().getYear())
                .internalDue()
                .isAfter(next.to().atYear(next.validFrom().getYear()))) {
            errors.add("internalDays", TEXTS.text("setting.error.internal", "" + next.internalDays(), end));
        }
        last.disturbedBy(next).ifPresent(year -> errors.add("validFrom", disturbs(last, next, year)));
    }

    private static LocalText disturbs(PeriodRule last, PeriodRule next, int year) {
        MonthDay sooner = last.to().isBefore(next.to()) ? last.to() : next.to();
        MonthDay later = last.to().isBefore(next.to()) ? next.to() : last.to();
        return TEXTS.text(
                "setting.error.disturbs",
                Formats.date(next.validFrom()),
                "" + year,
                Formats.date(sooner.atYear(year)),
                Formats.date(later.atYear(year)));
    }

    /** From when it holds: from today on, and after the row that the form has seen as the last one. */
    private Optional<LocalDate> from(Dated last, String first) {
        LocalDate today = Acts.today(request);
        Optional<LocalDate> from = reader.neededDay("validFrom");
        if (!request.field("seen").orElse("").equals(last.validFrom().toString())) {
            errors.add(first, TEXTS.text("setting.error.stale"));
        }
        LocalDate earliest =
                last.validFrom().isBefore(today) ? today : last.validFrom().plusDays(1);
        from.filter(day -> day.isBefore(earliest))
                .ifPresent(day -> errors.add(
                        "validFrom", TEXTS.text("setting.error.past", Formats.date(day), Formats.date(earliest))));
        return from;
    }
}
