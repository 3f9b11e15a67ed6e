package vn.kientao.reform.steering.web.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.reform.steering.app.programme.Programmes.Ordered;
import vn.kientao.reform.steering.domain.goal.Target;
import vn.kientao.reform.steering.domain.plan.ItemWords;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.web.FormReader;

/** The fields of a line of a plan, read alike from a form, from a row of a sheet and from what a program sent. */
final class ItemFields {
    /** In the order of forms, sheets and papers. */
    static final List<String> NAMES = List.of(
            "area",
            "title",
            "product",
            "person",
            "division",
            "lead",
            "cooperating",
            "due",
            "budget",
            "budgetSource",
            "clause",
            "target");

    private static final TextBundle TEXTS = TextBundle.of(ItemFields.class);
    private static final int LONG = 1_000;
    private static final int NAME = 200;

    private final PlanTerms terms;
    private final Plan plan;
    private final Map<String, String> typed;
    private final FormErrors errors;
    private final FormReader reader;

    ItemFields(PlanTerms terms, Plan plan, Map<String, String> typed, FormErrors errors) {
        this.terms = terms;
        this.plan = plan;
        this.typed = typed;
        this.errors = errors;
        this.reader = new FormReader(typed, errors);
    }

    /** What the fields say; empty when there are mistakes. */
    Optional<ItemWords> read() {
        Optional<Area> area = terms.area(value("area"));
        if (area.isEmpty()) {
            errors.add("area", TEXTS.text("plan.error.area", value("area")));
        }
        String title = reader.text("title", 1, LONG);
        String product = reader.text("product", 1, LONG);
        String person = reader.text("person", 1, NAME);
        String division = reader.text("division", 0, NAME);
        String lead = value("lead").isEmpty() ? plan.agency() : agency("lead", value("lead"));
        List<String> cooperating = cooperating(lead);
        Optional<LocalDate> due = due();
        Optional<BigDecimal> budget = reader.amount("budget");
        String source = reader.text("budgetSource", 0, NAME);
        Optional<Long> clause = clause();
        Optional<Long> target = target();
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ItemWords(
                area.orElseThrow().code(),
                title,
                product,
                person,
                division,
                lead,
                cooperating,
                due,
                budget,
                source,
                clause,
                target));
    }

    private String value(String field) {
        return reader.field(field).orElse("");
    }

    private Optional<LocalDate> due() {
        Optional<LocalDate> due = reader.day("due");
        due.filter(day -> day.getYear() != plan.year())
                .ifPresent(day -> errors.add("due", TEXTS.text("plan.error.due", Formats.date(day), "" + plan.year())));
        return due;
    }

    private String agency(String field, String word) {
        return terms.agency(word).map(agency -> agency.code()).orElseGet(() -> {
            errors.add(field, TEXTS.text("task.error.agency", word));
            return word;
        });
    }

    private List<String> cooperating(String lead) {
        List<String> codes = Arrays.stream(value("cooperating").split("[;,\n]", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .map(word -> agency("cooperating", word))
                .distinct()
                .toList();
        if (codes.contains(lead)) {
            errors.add("cooperating", TEXTS.text("task.error.cooperates", lead));
        }
        if (String.join(",", codes).length() > LONG) {
            errors.add("cooperating", TEXTS.text("plan.error.many", "" + codes.size()));
        }
        return codes;
    }

    private Optional<Long> clause() {
        String word = value("clause");
        Optional<Ordered> clause = terms.clause(word);
        if (!word.isEmpty() && clause.isEmpty()) {
            errors.add("clause", TEXTS.text("plan.error.clause", word));
        }
        return clause.map(one -> one.clause().id());
    }

    private Optional<Long> target() {
        String word = value("target");
        Optional<Target> target = terms.target(word);
        if (!word.isEmpty() && target.isEmpty()) {
            errors.add("target", TEXTS.text("plan.error.target", word));
        }
        return target.map(Target::id);
    }

    Map<String, String> typed() {
        return Map.copyOf(typed);
    }

    /** What stands in the fields of a line as it is kept. */
    static Map<String, String> of(ItemWords words, PlanTerms terms) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("area", words.area());
        values.put("title", words.title());
        values.put("product", words.product());
        values.put("person", words.person());
        values.put("division", words.division());
        values.put("lead", words.lead());
        values.put("cooperating", String.join(",", words.cooperating()));
        values.put("due", words.due().map(Formats::date).orElse(""));
        values.put("budget", words.budget().map(BigDecimal::toPlainString).orElse(""));
        values.put("budgetSource", words.budgetSource());
        values.put(
                "clause",
                words.clause().flatMap(terms::clause).map(Ordered::key).orElse(""));
        values.put(
                "target",
                words.target().flatMap(terms::target).map(Target::code).orElse(""));
        return values;
    }
}
