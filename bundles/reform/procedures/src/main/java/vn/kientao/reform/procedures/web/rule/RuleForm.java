package vn.kientao.reform.procedures.web.rule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.time.Deadlines;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.reform.procedures.domain.dossier.DeadlineRule;
import vn.kientao.reform.procedures.domain.dossier.RuleSettings;
import vn.kientao.reform.procedures.web.dossier.Checks;
import vn.kientao.reform.procedures.web.dossier.Words;

/** Reads a rule set from what was typed. */
final class RuleForm {
    private static final int CODE = 20;
    private static final int BASIS = 1000;

    private final Map<String, String> values;
    private final LocalDate today;
    private final FormErrors errors;
    private final Checks checks;

    RuleForm(Map<String, String> values, LocalDate today, FormErrors errors) {
        this.values = values;
        this.today = today;
        this.errors = errors;
        this.checks = new Checks(errors, "rule.field.");
    }

    /** What stands in a fresh form: the settings of the set before. */
    static Map<String, String> fresh(RuleSettings settings) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("supplement", settings.supplement().name());
        values.put("cutOff", settings.transferCutOff().toString());
        values.put("notice", "" + settings.noticeDays());
        values.put("supplements", "" + settings.mostSupplements());
        values.put("apology", "" + settings.apologyDays());
        values.put("reAppointments", "" + settings.mostReAppointments());
        values.put("review", "" + settings.reviewHours());
        values.put("payment", "" + settings.paymentPauses());
        return values;
    }

    /** A rule set's values as they are typed. */
    static Map<String, String> values(DeadlineRule rule) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("reading", rule.reading().name());
        values.putAll(fresh(rule.settings()));
        return values;
    }

    /** The names of a rule set's values. */
    static Set<String> names() {
        Set<String> names = new LinkedHashSet<>(List.of("reading"));
        names.addAll(fresh(RuleSettings.OF_DECREE_61).keySet());
        return names;
    }

    /** The rule set; empty when the errors say why not. */
    Optional<DeadlineRule> rule() {
        String code = checks.required("code", value("code"), CODE);
        Deadlines.Reading reading = choice("reading", Deadlines.Reading.values());
        Optional<LocalDate> from = checks.day("from", value("from"));
        from.filter(day -> day.isBefore(today))
                .ifPresent(day ->
                        errors.add("from", Words.text("rule.error.past", Formats.date(day), Formats.date(today))));
        String basis = checks.required("basis", value("basis"), BASIS);
        RuleSettings settings = new RuleSettings(
                choice("supplement", RuleSettings.Supplement.values()),
                time("cutOff"),
                number("notice"),
                number("supplements"),
                number("apology"),
                number("reAppointments"),
                number("review"),
                value("payment").equals("true"));
        return errors.isEmpty()
                ? from.map(day -> new DeadlineRule(0, code, reading, day, Optional.empty(), basis, settings))
                : Optional.empty();
    }

    private <E extends Enum<E>> E choice(String field, E[] all) {
        Optional<E> chosen = Arrays.stream(all)
                .filter(one -> one.name().equals(value(field)))
                .findFirst();
        if (chosen.isEmpty()) {
            String words = Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", "));
            errors.add(field, Words.text("rule.load.error.choice", value(field), words));
        }
        return chosen.orElse(all[0]);
    }

    private int number(String field) {
        if (!value(field).matches("\\d{1,2}")) {
            errors.add(field, Words.text("rule.error.number", value(field)));
            return 0;
        }
        return Integer.parseInt(value(field));
    }

    private LocalTime time(String field) {
        try {
            return LocalTime.parse(value(field));
        } catch (DateTimeException e) {
            errors.add(field, Words.text("rule.error.time", value(field)));
            return LocalTime.NOON;
        }
    }

    private String value(String field) {
        return values.getOrDefault(field, "");
    }
}
