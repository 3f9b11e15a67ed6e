package vn.kientao.reform.procedures.domain.rule;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.dossier.DeadlineRule;
import vn.kientao.reform.procedures.domain.paper.PaperForm;

/**
 * A rule set that was read from a file and found right.
 *
 * @param rule how deadlines are counted; empty when the file is about forms only
 * @param stated the values of it that the file states; the others are those of the set before
 * @param forms those that are new or changed
 * @param sameForms those that are in force already, word for word
 */
public record RuleSet(
        Optional<DeadlineRule> rule, List<RuleStatement> stated, List<PaperForm> forms, List<PaperForm> sameForms) {
    public RuleSet {
        requireNonNull(rule, "rule");
        stated = List.copyOf(stated);
        forms = List.copyOf(forms);
        sameForms = List.copyOf(sameForms);
    }

    /** Whether loading it would change nothing. */
    public boolean isEmpty() {
        return rule.isEmpty() && forms.isEmpty();
    }
}
