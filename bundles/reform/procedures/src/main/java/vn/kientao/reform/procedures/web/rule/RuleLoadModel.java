package vn.kientao.reform.procedures.web.rule;

import java.util.List;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.rule.RuleRow;
import vn.kientao.reform.procedures.domain.rule.RuleSet;

/**
 * A file with a rule set on its way in: what is wrong with it, or what it would change.
 *
 * @param set empty when the form says what is wrong
 * @param rows the rows as read, sent along hidden to be loaded
 */
public record RuleLoadModel(Page page, FormView form, List<RuleSet> set, List<RuleChange> changes, String rows) {
    public RuleLoadModel {
        set = List.copyOf(set);
        changes = List.copyOf(changes);
    }

    public boolean loadable() {
        return !set.isEmpty() && !set.get(0).isEmpty();
    }

    /** "Bộ quy tắc B, áp dụng từ 01/12/2026". */
    public String title() {
        return set.stream()
                .flatMap(one -> one.rule().stream())
                .findFirst()
                .map(rule -> page.text("rule.load.of", rule.code(), Formats.date(rule.validFrom())))
                .orElseGet(() -> page.text("rule.load.forms"));
    }

    public String name(RuleChange change) {
        return change.part().equals(RuleRow.FORM)
                ? page.text("rule.load.form", change.name())
                : page.text("rule.field." + change.name());
    }

    /** A value in words where it has some. */
    public String shown(RuleChange change, String value) {
        return change.part().equals(RuleRow.FORM) ? value : RuleWords.shown(page, change.name(), value);
    }

    public List<String> missing() {
        return changes.stream()
                .filter(change -> change.state().equals("missing"))
                .map(this::name)
                .toList();
    }
}
