package vn.kientao.reform.procedures.store.quality;

import java.time.LocalDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.reform.procedures.domain.quality.BodyFacts;
import vn.kientao.reform.procedures.domain.quality.SettledLike;
import vn.kientao.reform.procedures.domain.report.Share;
import vn.kientao.reform.procedures.domain.report.Timing;

/** Counts what settled dossiers say about the quality of their settlement. */
public final class QualityFacts {
    /**
     * Those with a result; of withdrawn and refused ones there is no settlement to rate, and of what was settled before it
     * was taken over from a file (no account) nobody here has seen it (Circular 01/2018/TT-VPCP, Article 14(3)).
     */
    private static final String SETTLED = """
            agency_code = :agency AND ended = TRUE AND lasting = TRUE AND from_at >= :begin AND from_at < :end
               AND status = 9 AND account <> ''""";

    private static final String TIMING = """
            CASE WHEN from_at > due_at THEN 'LATE'
                 WHEN CAST(from_at AS DATE) < CAST(due_at AS DATE) THEN 'EARLY'
                 ELSE 'ON_TIME' END AS timing""";
    private static final String ASKED = "CASE WHEN supplements > 2 THEN 2 ELSE supplements END AS asked";
    private static final String OF_BODY = """
            SELECT '' AS who, timing, asked, COUNT(*) AS dossiers
              FROM (SELECT %s, %s
                      FROM procedures.dossier_span
                     WHERE %s) AS settled
             GROUP BY timing, asked
            """.formatted(TIMING, ASKED, SETTLED);
    private static final String OF_OFFICERS = """
            SELECT who, timing, asked, COUNT(*) AS dossiers
              FROM (SELECT account AS who, %1$s, %2$s
                      FROM procedures.dossier_span
                     WHERE %3$s
                    UNION ALL
                    SELECT received_by AS who, %1$s, %2$s
                      FROM procedures.dossier_span
                     WHERE %3$s AND received_by <> account AND received_by <> '') AS settled
             GROUP BY who, timing, asked
             ORDER BY who, timing, asked
            """.formatted(TIMING, ASKED, SETTLED);
    private static final String ON_THE_SPOT = """
            SELECT COUNT(*) AS settled, SUM(CASE WHEN forwarded THEN 0 ELSE 1 END) AS at_once
              FROM procedures.dossier_span
             WHERE %s
            """.formatted(SETTLED);
    private static final String ENTERED = """
            SELECT COUNT(*) AS received, SUM(CASE WHEN channel = 2 THEN 1 ELSE 0 END) AS online,
                   COUNT(DISTINCT procedure_code) AS procedures,
                   COUNT(DISTINCT CASE WHEN channel = 2 THEN procedure_code END) AS online_procedures
              FROM procedures.dossier_span
             WHERE agency_code = :agency AND entry = TRUE AND from_at >= :begin AND from_at < :end
            """;
    private static final String ONLINE_LATE = """
            SELECT COUNT(*) AS late
              FROM procedures.dossier_span
             WHERE agency_code = :agency AND ended = TRUE AND lasting = TRUE AND from_at >= :begin AND from_at < :end
               AND status = 9 AND channel = 2 AND from_at > due_at
            """;
    private static final String ONLINE_OVERDUE = """
            SELECT COUNT(*) AS late
              FROM procedures.dossier_span
             WHERE agency_code = :agency AND ended = FALSE AND lasting = TRUE AND from_at < :end
               AND channel = 2 AND status IN (1, 2, 4) AND due_at < :end AND due_at < :now
            """;

    /** The settled dossiers of an agency, alike ones together. */
    public List<SettledLike> ofBody(Handle handle, String agency, LocalDateTime begin, LocalDateTime end) {
        return settled(handle, OF_BODY, agency, begin, end);
    }

    /** As {@link #ofBody}, for each officer who received or settled them. */
    public List<SettledLike> ofOfficers(Handle handle, String agency, LocalDateTime begin, LocalDateTime end) {
        return settled(handle, OF_OFFICERS, agency, begin, end);
    }

    private static List<SettledLike> settled(
            Handle handle, String sql, String agency, LocalDateTime begin, LocalDateTime end) {
        return handle.createQuery(sql)
                .bind("agency", agency)
                .bind("begin", begin)
                .bind("end", end)
                .map((row, context) -> new SettledLike(
                        row.getString("who"),
                        Timing.valueOf(row.getString("timing")),
                        row.getInt("asked"),
                        row.getLong("dossiers")))
                .list();
    }

    /** @param now in a period that has not ended yet, what is due later in it is not late */
    public BodyFacts body(Handle handle, String agency, LocalDateTime begin, LocalDateTime end, LocalDateTime now) {
        Share spot = handle.createQuery(ON_THE_SPOT)
                .bind("agency", agency)
                .bind("begin", begin)
                .bind("end", end)
                .map((row, context) -> new Share(row.getLong("at_once"), row.getLong("settled")))
                .one();
        Entered entered = handle.createQuery(ENTERED)
                .bind("agency", agency)
                .bind("begin", begin)
                .bind("end", end)
                .map((row, context) -> new Entered(
                        new Share(row.getLong("online"), row.getLong("received")),
                        new Share(row.getLong("online_procedures"), row.getLong("procedures"))))
                .one();
        long late = late(handle.createQuery(ONLINE_LATE).bind("begin", begin), agency, end)
                + late(handle.createQuery(ONLINE_OVERDUE).bind("now", now), agency, end);
        return new BodyFacts(spot, entered.dossiers(), entered.procedures(), late);
    }

    private static long late(Query query, String agency, LocalDateTime end) {
        return query.bind("agency", agency)
                .bind("end", end)
                .map((row, context) -> row.getLong("late"))
                .one();
    }

    private record Entered(Share dossiers, Share procedures) {}
}
