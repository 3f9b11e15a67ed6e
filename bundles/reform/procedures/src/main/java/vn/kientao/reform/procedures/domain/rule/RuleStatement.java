package vn.kientao.reform.procedures.domain.rule;

import static java.util.Objects.requireNonNull;

/**
 * A value that a loaded rule set states itself.
 *
 * @param name as in the file, such as {@code cutOff}
 */
public record RuleStatement(String name, String legalBasis) {
    public RuleStatement {
        requireNonNull(name, "name");
        requireNonNull(legalBasis, "legalBasis");
    }
}
