package vn.kientao.reform.procedures.store.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.publication.Duty;
import vn.kientao.reform.procedures.domain.publication.PublicationRule;
import vn.kientao.reform.procedures.domain.publication.Way;

/** Reads how long the duties of publication may take. */
public final class RuleStore {
    private static final String ALL = """
            SELECT duty, way, counted_from, amount, unit, valid_from, valid_to, legal_basis
              FROM procedures.publication_rule
             ORDER BY duty, way, valid_from, id
            """;

    /** Every rule that there is or was. */
    public List<PublicationRule> all(Handle handle) {
        return handle.createQuery(ALL)
                .map((row, context) -> new PublicationRule(
                        Duty.valueOf(row.getString("duty")),
                        Way.valueOf(row.getString("way")),
                        PublicationRule.From.valueOf(row.getString("counted_from")),
                        row.getInt("amount"),
                        row.getString("unit").equals("WORKING_DAY"),
                        row.getObject("valid_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                        row.getString("legal_basis")))
                .list();
    }
}
