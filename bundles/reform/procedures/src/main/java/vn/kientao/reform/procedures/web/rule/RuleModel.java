package vn.kientao.reform.procedures.web.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.time.Deadlines;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.dossier.DeadlineRule;
import vn.kientao.reform.procedures.domain.dossier.RuleSettings;
import vn.kientao.reform.procedures.domain.rule.RuleStatement;
import vn.kientao.reform.procedures.web.dossier.DossierWords.Tag;
import vn.kientao.reform.procedures.web.dossier.StepField;
import vn.kientao.reform.procedures.web.dossier.StepField.Kind;
import vn.kientao.reform.procedures.web.dossier.StepField.Option;

/**
 * The rule sets of deadlines, and the form that adds one.
 *
 * @param statements what those that were loaded from a file state themselves, by their ids
 */
public record RuleModel(
        Page page,
        List<DeadlineRule> rules,
        Map<Long, List<RuleStatement>> statements,
        LocalDate today,
        FormView form) {
    public RuleModel {
        rules = List.copyOf(rules);
        statements = Map.copyOf(statements);
    }

    /** A fact of a rule set. */
    public record Fact(String name, String value) {}

    /** Whether the reader may add one. */
    public boolean adds() {
        return page.can(RulePages.RULES);
    }

    public Tag tag(DeadlineRule rule) {
        if (rule.inForce(today)) {
            return new Tag("kt-tag kt-tag-done", page.text("rule.in-force"));
        }
        return rule.validFrom().isAfter(today)
                ? new Tag("kt-tag kt-tag-progress", page.text("rule.coming"))
                : new Tag("kt-tag", page.text("rule.ended"));
    }

    /** The values that a loaded set does not state itself; those of the set before hold on. */
    public List<String> missing(DeadlineRule rule) {
        if (!statements.containsKey(rule.id())) {
            return List.of();
        }
        Map<String, String> bases = bases(rule);
        return RuleForm.names().stream()
                .filter(name -> !bases.containsKey(name))
                .map(name -> page.text("rule.field." + name))
                .toList();
    }

    private Map<String, String> bases(DeadlineRule rule) {
        return statements.getOrDefault(rule.id(), List.of()).stream()
                .collect(Collectors.toMap(RuleStatement::name, RuleStatement::legalBasis));
    }

    public List<Fact> facts(DeadlineRule rule) {
        String from = Formats.date(rule.validFrom());
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                page.text("rule.span"),
                rule.validTo()
                        .map(to -> page.text("rule.from-to", from, Formats.date(to)))
                        .orElseGet(() -> page.text("rule.from", from))));
        facts.add(new Fact(page.text("rule.field.basis"), rule.legalBasis()));
        Map<String, String> bases = bases(rule);
        RuleForm.values(rule).forEach((name, value) -> {
            String shown = RuleWords.shown(page, name, value);
            String basis = bases.getOrDefault(name, "");
            facts.add(new Fact(
                    page.text("rule.field." + name),
                    basis.isEmpty() ? shown : page.text("rule.value.basis", shown, basis)));
        });
        return facts;
    }

    private String supplement(RuleSettings.Supplement supplement) {
        return page.text("rule.supplement." + supplement.name().toLowerCase(Locale.ROOT));
    }

    /** The fields of the form. */
    public List<StepField> fields() {
        return List.of(
                field("code", Kind.LINE),
                choice(
                        "reading",
                        Arrays.stream(Deadlines.Reading.values())
                                .map(one -> new Option(one.name(), page.text("dossier.reading." + one)))
                                .toList()),
                field("from", Kind.DAY),
                field("basis", Kind.LONG),
                choice(
                        "supplement",
                        Arrays.stream(RuleSettings.Supplement.values())
                                .map(one -> new Option(one.name(), supplement(one)))
                                .toList()),
                field("cutOff", Kind.LINE),
                field("notice", Kind.AMOUNT),
                field("supplements", Kind.AMOUNT),
                field("apology", Kind.AMOUNT),
                field("reAppointments", Kind.AMOUNT),
                field("review", Kind.AMOUNT),
                choice(
                        "payment",
                        List.of(
                                new Option("true", page.text("rule.payment.true")),
                                new Option("false", page.text("rule.payment.false")))));
    }

    private StepField field(String name, Kind kind) {
        return new StepField(name, page.text("rule.field." + name), kind, true, List.of());
    }

    private StepField choice(String name, List<Option> options) {
        return new StepField(name, page.text("rule.field." + name), Kind.CHOICE, true, options);
    }
}
