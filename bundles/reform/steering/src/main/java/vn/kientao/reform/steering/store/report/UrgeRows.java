package vn.kientao.reform.steering.store.report;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.report.ReportKind;

/** Reads and writes {@code steering.report_urge}. */
public final class UrgeRows {

    /** When each agency was urged last for a report. */
    public Map<String, LocalDateTime> last(Handle handle, ReportKind kind, int year) {
        Map<String, LocalDateTime> last = new HashMap<>();
        handle.createQuery("""
                        SELECT agency, MAX(at) AS last_at
                          FROM steering.report_urge
                         WHERE kind = ? AND report_year = ?
                         GROUP BY agency
                        """)
                .bind(0, kind.name())
                .bind(1, year)
                .map((row, context) ->
                        Map.entry(row.getString("agency"), row.getObject("last_at", LocalDateTime.class)))
                .forEach(entry -> last.put(entry.getKey(), entry.getValue()));
        return last;
    }

    public void add(Handle transaction, String agency, ReportKind kind, int year, LocalDateTime at, String account) {
        transaction.execute(
                "INSERT INTO steering.report_urge (agency, kind, report_year, at, account) VALUES (?, ?, ?, ?, ?)",
                agency,
                kind.name(),
                year,
                at,
                account);
    }
}
