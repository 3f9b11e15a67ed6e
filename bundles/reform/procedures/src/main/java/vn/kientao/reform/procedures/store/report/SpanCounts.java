package vn.kientao.reform.procedures.store.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.report.Heading;
import vn.kientao.reform.procedures.domain.report.ReportForm.RowBy;
import vn.kientao.reform.procedures.domain.report.Slice;
import vn.kientao.reform.procedures.domain.report.Tally;
import vn.kientao.reform.procedures.domain.report.Timing;

/** Counts the dossiers of a period: six ranges of an index, none of which reads what the period does not concern. */
public final class SpanCounts {
    static final String TIMING_OF_END = """
            CASE WHEN from_at > due_at THEN 'LATE'
                 WHEN CAST(from_at AS DATE) < CAST(due_at AS DATE) THEN 'EARLY'
                 ELSE 'ON_TIME' END""";
    static final String TIMING_OF_OPEN = "CASE WHEN due_at < :cut THEN 'LATE' ELSE 'ON_TIME' END";
    static final String COUNT = """
            SELECT row_name, status, channel, timing, COUNT(*) AS dossiers
              FROM (SELECT <row> AS row_name, status, channel, <timing> AS timing
                      FROM procedures.dossier_span
                     WHERE <range>) AS span
             GROUP BY row_name, status, channel, timing
            """;

    public List<Tally> count(Handle handle, Cut cut, RowBy rowBy, Heading.Ends ends) {
        List<Tally> tallies = new ArrayList<>();
        for (Slice slice : Slice.values()) {
            for (SpanRange range : SpanRange.of(slice, cut)) {
                tallies.addAll(prepared(handle, COUNT, range, cut, rowBy)
                        .map((row, context) -> tally(row, slice, ends))
                        .list());
            }
        }
        return tallies;
    }

    static Query prepared(Handle handle, String sql, SpanRange range, Cut cut, RowBy rowBy) {
        Query query = handle.createQuery(sql)
                .define("row", rowBy == RowBy.FIELD ? "field" : "agency_code")
                .define("timing", range.ofEnds() ? TIMING_OF_END : TIMING_OF_OPEN);
        if (!range.ofEnds()) {
            query.bind("cut", range.cut());
        }
        return range.bound(query, cut);
    }

    private static Tally tally(ResultSet row, Slice slice, Heading.Ends ends) throws SQLException {
        DossierStatus status = DossierStatus.of(row.getInt("status"));
        return new Tally(
                row.getString("row_name"),
                slice,
                slice == Slice.ENDED ? ends.of(status) : Heading.ofOpen(status),
                DossierChannel.of(row.getInt("channel")),
                Timing.valueOf(row.getString("timing")),
                row.getLong("dossiers"));
    }
}
