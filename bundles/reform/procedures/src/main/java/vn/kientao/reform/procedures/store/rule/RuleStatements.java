package vn.kientao.reform.procedures.store.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.rule.RuleStatement;

/** Reads and writes {@code procedures.deadline_rule_statement}. */
public final class RuleStatements {
    private static final String ALL =
            "SELECT rule_id, name, legal_basis FROM procedures.deadline_rule_statement ORDER BY rule_id, name";
    private static final String ADD =
            "INSERT INTO procedures.deadline_rule_statement (rule_id, name, legal_basis) VALUES (?, ?, ?)";

    /** What each rule set states, by its id. */
    public Map<Long, List<RuleStatement>> all(Handle handle) {
        Map<Long, List<RuleStatement>> all = new HashMap<>();
        handle.createQuery(ALL)
                .map((row, context) -> all.computeIfAbsent(row.getLong("rule_id"), id -> new ArrayList<>())
                        .add(new RuleStatement(row.getString("name"), row.getString("legal_basis"))))
                .list();
        return all;
    }

    public void add(Handle handle, long rule, List<RuleStatement> stated) {
        stated.forEach(one -> handle.execute(ADD, rule, one.name(), one.legalBasis()));
    }
}
