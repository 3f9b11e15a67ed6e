package vn.kientao.reform.procedures.store.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.report.Heading;
import vn.kientao.reform.procedures.domain.report.ReportForm.RowBy;
import vn.kientao.reform.procedures.domain.report.Slice;
import vn.kientao.reform.procedures.domain.report.Tally;
import vn.kientao.reform.procedures.domain.report.Timing;

/**
 * Counts the dossiers of a period: six ranges of an index, none of which reads what the period does not concern. Of whole
 * months whose sums are kept the sums are taken.
 */
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

    private final MonthSums sums = new MonthSums();

    public List<Tally> count(Handle handle, Cut cut, RowBy rowBy, Heading.Ends ends) {
        KeptCut kept = sums.of(handle, cut);
        List<Tally> tallies = new ArrayList<>();
        for (Slice slice : Slice.values()) {
            for (Query query : queries(handle, cut, slice, kept, rowBy)) {
                tallies.addAll(
                        query.map((row, context) -> tally(row, slice, ends)).list());
            }
        }
        return tallies;
    }

    private List<Query> queries(Handle handle, Cut cut, Slice slice, KeptCut kept, RowBy rowBy) {
        return switch (slice) {
            case CARRIED -> standing(handle, cut, slice, kept.standing(cut.begin()), rowBy);
            case OPEN -> standing(handle, cut, slice, kept.standing(cut.end()), rowBy);
            case ENTERED, ENDED -> {
                List<Query> queries = new ArrayList<>();
                kept.kept().forEach(run -> queries.add(sums.during(handle, cut, slice, run, rowBy)));
                kept.counted().forEach(part -> queries.addAll(counted(handle, part, slice, rowBy)));
                yield queries;
            }
        };
    }

    private List<Query> standing(Handle handle, Cut cut, Slice slice, Optional<LocalDate> month, RowBy rowBy) {
        return month.map(one -> List.of(sums.standing(handle, cut, one, rowBy)))
                .orElseGet(() -> counted(handle, cut, slice, rowBy));
    }

    private static List<Query> counted(Handle handle, Cut cut, Slice slice, RowBy rowBy) {
        return SpanRange.of(slice, cut).stream()
                .map(range -> prepared(handle, COUNT, range, cut, rowBy))
                .toList();
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
