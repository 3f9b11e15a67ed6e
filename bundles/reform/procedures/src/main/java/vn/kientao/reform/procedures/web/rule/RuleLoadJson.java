package vn.kientao.reform.procedures.web.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kientao.reform.procedures.domain.dossier.DeadlineRule;
import vn.kientao.reform.procedures.domain.rule.RuleSet;

/**
 * What loading a file changes, or would change.
 *
 * @param loaded false for a dry run
 * @param set name of the rule set; left out when the file is about forms only
 * @param validFrom its first day
 * @param missing names of the values that the file does not state; those of the set before hold on
 */
public record RuleLoadJson(
        boolean loaded,
        @Nullable String set,
        @Nullable String validFrom,
        List<RuleChange> changes,
        List<String> missing) {
    public RuleLoadJson {
        changes = List.copyOf(changes);
        missing = List.copyOf(missing);
    }

    static RuleLoadJson of(RuleSet set, List<RuleChange> changes, boolean loaded) {
        return new RuleLoadJson(
                loaded,
                set.rule().map(DeadlineRule::code).orElse(null),
                set.rule().map(rule -> rule.validFrom().toString()).orElse(null),
                changes,
                changes.stream()
                        .filter(change -> change.state().equals("missing"))
                        .map(RuleChange::name)
                        .toList());
    }
}
