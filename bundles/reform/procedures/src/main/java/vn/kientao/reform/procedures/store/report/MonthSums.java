package vn.kientao.reform.procedures.store.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.reform.procedures.domain.report.Narrowing;
import vn.kientao.reform.procedures.domain.report.ReportForm.RowBy;
import vn.kientao.reform.procedures.domain.report.Slice;

/** Reads {@code procedures.report_sum}: what months that are over have counted, where nothing has changed since. */
final class MonthSums {
    private static final String STARTS = """
            SELECT kept_from
              FROM procedures.report_kept
             WHERE <agency>
            """;
    private static final String NOT_STARTED = """
            SELECT COUNT(*) AS agencies
              FROM procedures.dossier_field f
             WHERE <agency>
               AND NOT EXISTS (SELECT 1 FROM procedures.report_kept k WHERE k.agency_code = f.agency_code)
            """;
    private static final String STALE = """
            SELECT DISTINCT month_from, month_to
              FROM procedures.report_stale
             WHERE <agency>
            """;
    private static final String MONTHS = """
            SELECT month_from, COUNT(*) AS agencies
              FROM procedures.report_month
             WHERE <agency> AND month_from >= :from AND month_from < :to
             GROUP BY month_from
            """;
    /** Up to the last month and not before the next one: H2 reads that one, too, and leaves it out. */
    private static final String SUMS = """
            SELECT <row> AS row_name, status, channel, timing, SUM(dossiers) AS dossiers, SUM(digitised) AS digitised,
                   SUM(re_used) AS re_used, SUM(e_results) AS e_results, SUM(with_fee) AS with_fee,
                   SUM(paid_online) AS paid_online
              FROM procedures.report_sum
             WHERE <agency> AND slice = :slice AND month_from BETWEEN :from AND :last AND <field>
             GROUP BY <row>, status, channel, timing
            """;

    /** What of the period is kept. Sums know no officers and no single traits: of a narrowed period nothing is. */
    KeptCut of(Handle handle, Cut cut) {
        return KeptCut.of(cut, cut.narrowing().equals(Narrowing.NONE) ? months(handle, cut) : Set.of());
    }

    /** Months are kept for an agency from its first fact on; before it there is nothing to keep. */
    private static Set<LocalDate> months(Handle handle, Cut cut) {
        LocalDate from = StaleMonths.month(cut.begin()).minusMonths(1);
        LocalDate to = StaleMonths.month(cut.end()).plusMonths(1);
        List<LocalDate> starts = of(handle, STARTS, cut)
                .map((row, context) -> row.getObject("kept_from", LocalDate.class))
                .list();
        if (starts.isEmpty() || notStarted(handle, cut)) {
            return Set.of();
        }
        Map<LocalDate, Long> agencies = new HashMap<>();
        of(handle, MONTHS, cut)
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> Map.entry(row.getObject("month_from", LocalDate.class), row.getLong("agencies")))
                .forEach(month -> agencies.put(month.getKey(), month.getValue()));
        Set<LocalDate> months = new HashSet<>(agencies.keySet());
        months.removeIf(month ->
                starts.stream().filter(start -> !start.isAfter(month)).count() != agencies.getOrDefault(month, 0L));
        of(handle, STALE, cut)
                .map((row, context) -> new KeptCut.Run(
                        row.getObject("month_from", LocalDate.class), row.getObject("month_to", LocalDate.class)))
                .forEach(
                        stale -> months.removeIf(month -> !month.isBefore(stale.from()) && month.isBefore(stale.to())));
        return months;
    }

    private static boolean notStarted(Handle handle, Cut cut) {
        return of(handle, NOT_STARTED, cut)
                        .map((row, context) -> row.getInt("agencies"))
                        .one()
                > 0;
    }

    /** What came in or ended during the months, and how many of it have which trait. */
    Query during(Handle handle, Cut cut, Slice slice, KeptCut.Run months, RowBy rowBy) {
        return slice(of(handle, SUMS, cut), cut, slice, months)
                .define("row", rowBy == RowBy.FIELD ? "field" : "agency_code");
    }

    /** What stood open at the end of the month. */
    Query standing(Handle handle, Cut cut, LocalDate month, RowBy rowBy) {
        return during(handle, cut, Slice.OPEN, new KeptCut.Run(month, month.plusMonths(1)), rowBy);
    }

    private static Query slice(Query query, Cut cut, Slice slice, KeptCut.Run months) {
        cut.field().ifPresent(field -> query.bind("field", field));
        return query.define("field", cut.field().isPresent() ? "field = :field" : "TRUE")
                .bind("slice", slice.name())
                .bind("from", months.from())
                .bind("last", months.to().minusMonths(1));
    }

    private static Query of(Handle handle, String sql, Cut cut) {
        Query query = handle.createQuery(sql);
        cut.agency().ifPresent(agency -> query.bind("agency", agency));
        return query.define("agency", cut.agency().isPresent() ? "agency_code = :agency" : "TRUE");
    }
}
