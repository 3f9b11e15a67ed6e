package vn.kientao.reform.steering.web.goal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.domain.goal.Target;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.web.FormReader;

/** Reads the form of a target; values stand in pairs of fields {@code year0}, {@code amount0} and so on. */
final class TargetForm {
    /** Pairs of fields that a form has at most. */
    static final int MOST_VALUES = 12;

    private static final TextBundle TEXTS = TextBundle.of(TargetForm.class);
    private static final int NAME = 1_000;
    private static final int UNIT = 40;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;
    private static final int PLACES = 2;
    private static final BigDecimal HIGHEST = new BigDecimal("999999999999");

    private final Request request;
    private final FormErrors errors;
    private final FormReader reader;

    TargetForm(Request request, FormErrors errors) {
        this.request = request;
        this.errors = errors;
        this.reader = new FormReader(request, errors);
    }

    /** What stands in the fields for a target. */
    static Map<String, String> of(Target target) {
        Map<String, String> values = new HashMap<>();
        values.put("version", "" + target.version());
        values.put("nameVi", target.name().vi());
        values.put("nameEn", target.name().en());
        values.put("area", target.area());
        values.put("unit", target.unit());
        values.put("direction", target.atLeast() ? "MIN" : "MAX");
        values.put("indicator", target.indicator().orElse(""));
        values.put("lead", target.lead().orElse(""));
        values.put("basis", target.legalBasis());
        values.put("source", target.source());
        values.put("from", Formats.date(target.validFrom()));
        values.put("to", target.validTo().map(Formats::date).orElse(""));
        int row = 0;
        for (Map.Entry<Integer, BigDecimal> value : new TreeMap<>(target.values()).entrySet()) {
            values.put("year" + row, "" + value.getKey());
            values.put("amount" + row, TargetWords.number(value.getValue()));
            row++;
        }
        return values;
    }

    /**
     * The target that the form says; empty when something is wrong with it.
     *
     * @param old the one that is changed
     * @param agency whether there is an agency of a code
     * @param figure whether a module offers a figure of a code
     */
    Optional<Target> read(Optional<Target> old, List<Area> areas, Predicate<String> agency, Predicate<String> figure) {
        String code = old.map(Target::code).orElseGet(() -> reader.code("code"));
        LocalText name = new LocalText(reader.text("nameVi", 1, NAME), reader.text("nameEn", 1, NAME));
        String area = request.field("area").orElse("");
        if (areas.stream().noneMatch(one -> one.code().equals(area))) {
            errors.add("area", TEXTS.text("task.error.area", area));
        }
        String unit = reader.text("unit", 1, UNIT);
        String direction = request.field("direction").orElse("");
        if (!direction.equals("MIN") && !direction.equals("MAX")) {
            errors.add("direction", TEXTS.text("target.error.direction"));
        }
        Optional<String> indicator = reader.field("indicator");
        indicator
                .filter(one ->
                        !figure.test(one) && !old.flatMap(Target::indicator).equals(indicator))
                .ifPresent(one -> errors.add("indicator", TEXTS.text("target.error.indicator", one)));
        Optional<String> lead = reader.field("lead");
        lead.filter(one -> !agency.test(one))
                .ifPresent(one -> errors.add("lead", TEXTS.text("task.error.agency", one)));
        String basis = reader.text("basis", 1, NAME);
        String source = reader.text("source", 0, NAME);
        Optional<LocalDate> from = reader.neededDay("from");
        Optional<LocalDate> to = reader.day("to");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            errors.add("to", TEXTS.text("pilot.error.to", Formats.date(to.get()), Formats.date(from.get())));
        }
        Map<Integer, BigDecimal> values = values();
        if (!errors.isEmpty() || from.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Target(
                old.map(Target::id).orElse(0L),
                old.map(Target::version).orElse(1L),
                code,
                area,
                name,
                unit,
                direction.equals("MIN"),
                indicator,
                lead,
                source,
                basis,
                from.get(),
                to,
                values));
    }

    private Map<Integer, BigDecimal> values() {
        Map<Integer, BigDecimal> values = new HashMap<>();
        for (int row = 0; row < MOST_VALUES; row++) {
            String year = "year" + row;
            String amount = "amount" + row;
            if (reader.field(year).isEmpty() && reader.field(amount).isEmpty()) {
                continue;
            }
            int number = reader.number(year, FIRST_YEAR, LAST_YEAR);
            Optional<BigDecimal> value = reader.decimal(amount);
            if (reader.field(amount).isEmpty()) {
                errors.add(amount, TEXTS.text("form.error.missing"));
            }
            value.filter(one -> one.scale() > PLACES || one.abs().compareTo(HIGHEST) > 0)
                    .ifPresent(one -> errors.add(amount, TEXTS.text("target.error.amount", TargetWords.number(one))));
            if (value.isPresent() && values.put(number, value.get()) != null) {
                errors.add(year, TEXTS.text("target.error.twice", "" + number));
            }
        }
        if (values.isEmpty()) {
            errors.add("year0", TEXTS.text("target.error.values"));
        }
        return values;
    }

    /** The form must have seen the present version. */
    void seen(Target target) {
        if (!request.field("version").orElse("").equals("" + target.version())) {
            errors.add("version", TEXTS.text("target.problem.stale"));
        }
    }
}
