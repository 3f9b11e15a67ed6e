package vn.kientao.reform.procedures.store.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.report.Heading;
import vn.kientao.reform.procedures.domain.report.Measure;
import vn.kientao.reform.procedures.domain.report.ReportedDossier;
import vn.kientao.reform.procedures.domain.report.Slice;
import vn.kientao.reform.procedures.domain.report.Timing;

/** Lists the dossiers behind a number of a report, by the very ranges that counted it. */
public final class SpanLists {
    /**
     * Where a dossier stood at the end of the period: where its row says, if that reaches so far; else where its one end has
     * left it; only else the row is looked for that stood then. So a page reads its rows and their dossiers, and little more.
     */
    static final String PAGE = """
            SELECT s.from_at, s.dossier_id, s.agency_code, d.code, d.procedure_name, s.field, d.received_at, s.due_at,
                   COALESCE(n.status, CASE WHEN s.to_at >= :standing THEN s.status
                                           WHEN d.status = 10 THEN 9 ELSE d.status END) AS status,
                   COALESCE(n.ended, CASE WHEN s.to_at >= :standing THEN s.ended ELSE TRUE END) AS ended,
                   COALESCE(n.from_at, CASE WHEN s.to_at >= :standing THEN s.from_at ELSE d.ended_at END) AS since
              FROM (SELECT from_at, to_at, dossier_id, agency_code, field, status, due_at, ended
                      FROM procedures.dossier_span
                     WHERE <range>
                       AND from_at >= :afterAt
                       AND (from_at > :afterAt OR dossier_id > :afterId)
                       AND status IN (<statuses>) AND channel IN (<channels>) AND <timing>
                     ORDER BY <order>
                     FETCH FIRST :size ROWS ONLY) AS s
              JOIN procedures.dossier d ON d.id = s.dossier_id
              LEFT JOIN procedures.dossier_span n
                     ON n.dossier_id = CASE WHEN s.to_at < :standing
                                             AND (d.ended_at IS NULL OR d.ended_at >= :standing OR d.corrections > 0)
                                            THEN s.dossier_id END
                    AND n.from_at < :standing AND n.to_at >= :standing
             ORDER BY s.from_at, s.dossier_id
            """;

    private static final LocalDateTime FIRST = LocalDateTime.of(1900, 1, 1, 0, 0);

    public List<ReportedDossier> page(
            Handle handle, Cut cut, Measure measure, Heading.Ends ends, Optional<ReportedDossier.Key> after, int size) {
        List<ReportedDossier> found = new ArrayList<>();
        List<SpanRange> ranges = measure.slices().stream()
                .sorted()
                .flatMap(slice -> SpanRange.of(slice, cut).stream())
                .toList();
        int first = after.map(ReportedDossier.Key::part).orElse(0);
        for (int part = first; part < ranges.size() && found.size() < size; part++) {
            Optional<ReportedDossier.Key> begin = part == first ? after : Optional.empty();
            found.addAll(list(handle, cut, measure, ends, ranges.get(part), part, begin, size - found.size()));
        }
        return found;
    }

    private static List<ReportedDossier> list(
            Handle handle,
            Cut cut,
            Measure measure,
            Heading.Ends ends,
            SpanRange range,
            int part,
            Optional<ReportedDossier.Key> after,
            int size) {
        List<Integer> statuses = statuses(measure, range.slice(), ends);
        if (statuses.isEmpty()) {
            return List.of();
        }
        return prepared(handle, PAGE, range, cut, measure, statuses, after, size)
                .map((row, context) -> dossier(row, part))
                .list();
    }

    static Query prepared(
            Handle handle,
            String sql,
            SpanRange range,
            Cut cut,
            Measure measure,
            List<Integer> statuses,
            Optional<ReportedDossier.Key> after,
            int size) {
        Query query = handle.createQuery(sql)
                .define("order", range.order(cut))
                .define("timing", timing(range, measure.timings()))
                .bindList("statuses", statuses)
                .bindList("channels", channels(measure))
                .bind("afterAt", after.map(ReportedDossier.Key::at).orElse(FIRST))
                .bind("afterId", after.map(ReportedDossier.Key::id).orElse(0L))
                .bind("standing", cut.end())
                .bind("size", size);
        if (!range.ofEnds() && !all(measure.timings())) {
            query.bind("cut", range.cut());
        }
        return range.bound(query, cut);
    }

    /** The timing as comparisons, whose effect the database can estimate. */
    private static String timing(SpanRange range, Set<Timing> timings) {
        if (all(timings)) {
            return "TRUE";
        }
        if (!range.ofEnds()) {
            return timings.contains(Timing.LATE) ? "due_at < :cut" : "due_at >= :cut";
        }
        return timings.stream()
                .map(timing -> switch (timing) {
                    case EARLY -> "CAST(from_at AS DATE) < CAST(due_at AS DATE)";
                    case ON_TIME -> "(from_at <= due_at AND CAST(from_at AS DATE) = CAST(due_at AS DATE))";
                    case LATE -> "from_at > due_at";
                })
                .sorted()
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private static boolean all(Set<Timing> timings) {
        return timings.size() == Timing.values().length;
    }

    static List<Integer> statuses(Measure measure, Slice slice, Heading.Ends ends) {
        return Arrays.stream(DossierStatus.values())
                .filter(status -> measure.counts(slice == Slice.ENDED ? ends.of(status) : Heading.ofOpen(status)))
                .map(DossierStatus::number)
                .toList();
    }

    private static List<Integer> channels(Measure measure) {
        return Arrays.stream(DossierChannel.values())
                .filter(measure::counts)
                .map(DossierChannel::number)
                .toList();
    }

    private static ReportedDossier dossier(ResultSet row, int part) throws SQLException {
        LocalDateTime since = row.getObject("since", LocalDateTime.class);
        return new ReportedDossier(
                new ReportedDossier.Key(part, row.getObject("from_at", LocalDateTime.class), row.getLong("dossier_id")),
                row.getString("agency_code"),
                row.getString("code"),
                row.getString("procedure_name"),
                row.getString("field"),
                DossierStatus.of(row.getInt("status")),
                since,
                row.getObject("received_at", LocalDateTime.class),
                row.getObject("due_at", LocalDateTime.class),
                row.getBoolean("ended") ? Optional.of(since) : Optional.empty());
    }
}
