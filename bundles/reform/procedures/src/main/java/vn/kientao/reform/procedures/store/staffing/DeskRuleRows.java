package vn.kientao.reform.procedures.store.staffing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.staffing.DeskRules;
import vn.kientao.reform.procedures.domain.staffing.Grade;

/** Reads {@code procedures.desk_rule}. */
public final class DeskRuleRows {
    private static final String ON_DAY = """
            SELECT name, rule_value, legal_basis
              FROM procedures.desk_rule
             WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
             ORDER BY valid_from
            """;

    /** The rules valid on a day; the youngest row of a name counts. */
    public DeskRules on(Handle handle, LocalDate day) {
        Map<String, String> values = new HashMap<>();
        Map<String, String> bases = new HashMap<>();
        handle.createQuery(ON_DAY)
                .bind("day", day)
                .map((row, context) ->
                        new Row(row.getString("name"), row.getString("rule_value"), row.getString("legal_basis")))
                .forEach(row -> {
                    values.put(row.name(), row.value());
                    bases.put(row.name(), row.basis());
                });
        return new DeskRules(
                Arrays.stream(values.getOrDefault("grades", "").split(","))
                        .flatMap(name -> Grade.of(name.strip()).stream())
                        .collect(Collectors.toSet()),
                number(values, "years"),
                number(values, "good") > 0,
                number(values, "least-months"),
                number(values, "most-months"),
                number(values, "reserve"),
                number(values, "warn-days"),
                bases);
    }

    private static int number(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no desk rule '" + name + "' is valid");
        }
        return Integer.parseInt(value);
    }

    private record Row(String name, String value, String basis) {}
}
