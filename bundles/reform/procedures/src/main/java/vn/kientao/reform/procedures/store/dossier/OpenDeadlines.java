package vn.kientao.reform.procedures.store.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.time.DeadlineTerms;
import vn.kientao.platform.api.time.Deadlines;
import vn.kientao.platform.api.time.OpenDeadline;
import vn.kientao.platform.api.time.TimeLimit;

/** Reads the deadlines that are still running, of all agencies. */
public final class OpenDeadlines {
    private static final String BETWEEN = """
            SELECT d.id, d.agency_code, d.code, COALESCE(d.clock_from, d.received_at) AS received_at, d.due_at,
                   d.limit_amount, d.limit_unit, r.reading
              FROM procedures.dossier d
              JOIN procedures.deadline_rule r ON r.id = d.rule_id
             WHERE d.running = TRUE
               AND d.paused = FALSE
               AND d.limit_unit IS NOT NULL
               AND d.due_at >= ?
               AND d.received_at < ?
             ORDER BY d.running, d.due_at
            """;

    private static final int AT_ONCE = 500;

    private final DossierPauses pauses = new DossierPauses();

    /** Those counted by a rule whose span from receipt to due date touches [{@code from}, {@code to}]. */
    public List<OpenDeadline> between(Handle handle, LocalDate from, LocalDate to) {
        Map<Long, OpenDeadline> open = new LinkedHashMap<>();
        handle.createQuery(BETWEEN)
                .bind(0, from.atStartOfDay())
                .bind(1, to.plusDays(1).atStartOfDay())
                .map((row, context) -> open.put(row.getLong("id"), deadline(row)))
                .list();
        List<Long> ids = List.copyOf(open.keySet());
        for (int begin = 0; begin < ids.size(); begin += AT_ONCE) {
            pauses.of(handle, ids.subList(begin, Math.min(ids.size(), begin + AT_ONCE)))
                    .forEach((id, found) -> open.computeIfPresent(id, (key, deadline) -> with(deadline, found)));
        }
        return List.copyOf(open.values());
    }

    private static OpenDeadline deadline(ResultSet row) throws SQLException {
        return new OpenDeadline(
                row.getString("agency_code"),
                row.getString("code"),
                row.getObject("received_at", LocalDateTime.class),
                new TimeLimit(row.getInt("limit_amount"), TimeLimit.Unit.valueOf(row.getString("limit_unit"))),
                Deadlines.Reading.valueOf(row.getString("reading")),
                row.getObject("due_at", LocalDateTime.class));
    }

    private static OpenDeadline with(OpenDeadline deadline, List<DeadlineTerms.Pause> pauses) {
        return new OpenDeadline(
                deadline.agency(),
                deadline.subject(),
                deadline.received(),
                deadline.limit(),
                deadline.reading(),
                deadline.due(),
                pauses);
    }
}
