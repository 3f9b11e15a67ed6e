package vn.kientao.reform.procedures.store.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.report.Heading;
import vn.kientao.reform.procedures.domain.report.ReportForm.RowBy;
import vn.kientao.reform.procedures.domain.report.Share;
import vn.kientao.reform.procedures.domain.report.ShareKind;
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

    /**
     * What a report is made of.
     *
     * @param shares those that ask for a trait
     */
    public record Counted(List<Tally> tallies, Map<ShareKind, Share> shares) {
        public Counted {
            tallies = List.copyOf(tallies);
            shares = Map.copyOf(shares);
        }
    }

    public List<Tally> count(Handle handle, Cut cut, RowBy rowBy, Heading.Ends ends) {
        return read(handle, cut, sums.of(handle, cut), rowBy, ends).tallies;
    }

    /** The same with the shares, for which kept sums are read once. */
    public Counted withShares(Handle handle, Cut cut, RowBy rowBy, Heading.Ends ends) {
        KeptCut kept = sums.of(handle, cut);
        Read read = read(handle, cut, kept, rowBy, ends);
        Traits received = read.received;
        Traits results = read.results;
        for (Cut part : kept.counted()) {
            received = received.plus(SpanShares.received(handle, part));
            results = results.plus(SpanShares.results(handle, part));
        }
        return new Counted(read.tallies, SpanShares.of(received, results));
    }

    private Read read(Handle handle, Cut cut, KeptCut kept, RowBy rowBy, Heading.Ends ends) {
        Read read = new Read();
        for (Slice slice : Slice.values()) {
            switch (slice) {
                case CARRIED ->
                    standing(handle, cut, slice, kept.standing(cut.begin()), rowBy)
                            .forEach(query -> read.counted(query, slice, ends));
                case OPEN ->
                    standing(handle, cut, slice, kept.standing(cut.end()), rowBy)
                            .forEach(query -> read.counted(query, slice, ends));
                case ENTERED, ENDED -> {
                    kept.kept().forEach(run -> read.kept(sums.during(handle, cut, slice, run, rowBy), slice, ends));
                    kept.counted().stream()
                            .flatMap(part -> counted(handle, part, slice, rowBy).stream())
                            .forEach(query -> read.counted(query, slice, ends));
                }
            }
        }
        return read;
    }

    /** What has been read so far; the traits are those of kept sums. */
    private static final class Read {
        private final List<Tally> tallies = new ArrayList<>();
        private Traits received = Traits.NONE;
        private Traits results = Traits.NONE;

        void counted(Query query, Slice slice, Heading.Ends ends) {
            query.map((row, context) -> tally(row, slice, ends)).forEach(tallies::add);
        }

        void kept(Query query, Slice slice, Heading.Ends ends) {
            query.map((row, context) -> {
                        if (slice == Slice.ENTERED) {
                            received = received.plus(Traits.of(row));
                        } else if (row.getInt("status") == DossierStatus.FINISHED.number()) {
                            results = results.plus(Traits.of(row));
                        }
                        return tally(row, slice, ends);
                    })
                    .forEach(tallies::add);
        }
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
