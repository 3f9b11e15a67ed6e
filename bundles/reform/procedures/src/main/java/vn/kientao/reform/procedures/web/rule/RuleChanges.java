package vn.kientao.reform.procedures.web.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.dossier.DeadlineRule;
import vn.kientao.reform.procedures.domain.paper.PaperForm;
import vn.kientao.reform.procedures.domain.rule.RuleRow;
import vn.kientao.reform.procedures.domain.rule.RuleSet;
import vn.kientao.reform.procedures.domain.rule.RuleStatement;

/** Holds a rule set that was read against what is there. */
final class RuleChanges {
    private final List<DeadlineRule> rules;
    private final List<PaperForm> forms;

    /** @param rules and {@code forms} those that are there, the youngest first */
    RuleChanges(List<DeadlineRule> rules, List<PaperForm> forms) {
        this.rules = rules;
        this.forms = forms;
    }

    List<RuleChange> of(RuleSet set) {
        List<RuleChange> changes = new ArrayList<>();
        set.rule().ifPresent(rule -> changes.addAll(values(rule, set.stated())));
        set.forms().forEach(form -> changes.add(form(form, "changed")));
        set.sameForms().forEach(form -> changes.add(form(form, "same")));
        return changes;
    }

    private List<RuleChange> values(DeadlineRule rule, List<RuleStatement> stated) {
        Map<String, String> bases = new HashMap<>();
        stated.forEach(one -> bases.put(one.name(), one.legalBasis()));
        Map<String, String> before =
                rules.stream().findFirst().map(RuleForm::values).orElse(Map.of());
        List<RuleChange> changes = new ArrayList<>();
        RuleForm.values(rule).forEach((name, value) -> {
            String was = before.getOrDefault(name, "");
            String state = !bases.containsKey(name) ? "missing" : was.equals(value) ? "same" : "changed";
            changes.add(new RuleChange(RuleRow.DEADLINE, name, was, value, bases.getOrDefault(name, ""), state));
        });
        return changes;
    }

    private RuleChange form(PaperForm form, String state) {
        Optional<PaperForm> before = forms.stream()
                .filter(known -> known.kind() == form.kind())
                .filter(known -> known.validTo()
                        .map(to -> !to.isBefore(form.validFrom().minusDays(1)))
                        .orElse(true))
                .findFirst();
        return new RuleChange(
                RuleRow.FORM,
                form.kind().name(),
                before.map(RuleChanges::words).orElse(""),
                words(form),
                form.legalBasis(),
                state);
    }

    /** "04, Phiếu xin lỗi … (XLGH, A5)". */
    private static String words(PaperForm form) {
        String number = form.number().isEmpty() ? "" : form.number() + ", ";
        String symbol = form.symbol().isEmpty() ? "" : form.symbol() + ", ";
        return number + form.title() + " (" + symbol + form.paper() + ")";
    }
}
