package vn.kientao.reform.procedures.store.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.time.Deadlines;
import vn.kientao.platform.api.time.OpenDeadline;
import vn.kientao.platform.api.time.TimeLimit;

/** Reads the deadlines that are still running, of all agencies. */
public final class OpenDeadlines {
    private static final String BETWEEN = """
            SELECT d.agency_code, d.code, d.received_at, d.due_at, d.limit_amount, d.limit_unit, r.reading
              FROM procedures.dossier d
              JOIN procedures.deadline_rule r ON r.id = d.rule_id
             WHERE d.running = TRUE
               AND d.due_at >= ?
               AND d.received_at < ?
             ORDER BY d.running, d.due_at
            """;

    /** Those counted by a rule whose span from receipt to due date touches [{@code from}, {@code to}]. */
    public List<OpenDeadline> between(Handle handle, LocalDate from, LocalDate to) {
        return handle.createQuery(BETWEEN)
                .bind(0, from.atStartOfDay())
                .bind(1, to.plusDays(1).atStartOfDay())
                .map((row, context) -> new OpenDeadline(
                        row.getString("agency_code"),
                        row.getString("code"),
                        row.getObject("received_at", LocalDateTime.class),
                        new TimeLimit(row.getInt("limit_amount"), TimeLimit.Unit.valueOf(row.getString("limit_unit"))),
                        Deadlines.Reading.valueOf(row.getString("reading")),
                        row.getObject("due_at", LocalDateTime.class)))
                .list();
    }
}
