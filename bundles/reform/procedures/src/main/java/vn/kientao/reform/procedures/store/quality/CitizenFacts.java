package vn.kientao.reform.procedures.store.quality;

import java.time.LocalDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.reform.procedures.domain.quality.Answered;
import vn.kientao.reform.procedures.store.rating.RatingWriter;

/** Counts what citizens said and wrote to an agency: ratings by when they were given, petitions by when they ended. */
public final class CitizenFacts {
    private static final String RATED = """
            SELECT %1$s AS who, q.index_no, l.points, COUNT(*) AS answers
              FROM procedures.rating r
              JOIN procedures.rating_answer a ON a.rating_id = r.id
              JOIN procedures.rating_question q ON q.id = a.question_id
              JOIN procedures.rating_level l ON l.level_no = a.level_no
              %2$s
             WHERE r.agency_code = :agency AND r.newest_key BETWEEN :first AND :last
               AND q.index_no IS NOT NULL
               AND CAST(r.rated_at AS DATE) >= l.valid_from
               AND (l.valid_to IS NULL OR CAST(r.rated_at AS DATE) <= l.valid_to)
               %3$s
             GROUP BY %1$s, q.index_no, l.points
            """;
    private static final String SETTLED_BY = """
            JOIN procedures.dossier_span s ON s.dossier_id = r.dossier_id AND s.ended = TRUE AND s.lasting = TRUE""";
    private static final String OF_BODY = RATED.formatted("r.agency_code", "", "");
    private static final String OF_OFFICERS = RATED.formatted("s.account", SETTLED_BY, "")
            + " UNION ALL "
            + RATED.formatted("s.received_by", SETTLED_BY, "AND s.received_by <> s.account");
    private static final String ENDED = """
            SELECT COUNT(*) AS ended, SUM(CASE WHEN in_time THEN 1 ELSE 0 END) AS in_time,
                   SUM(CASE WHEN in_time AND NOT dissatisfied THEN 1 ELSE 0 END) AS satisfying
              FROM (SELECT ended_at <= CASE WHEN state = 'FORWARDED' THEN forward_due ELSE answer_due END AS in_time,
                           EXISTS (SELECT 1 FROM procedures.rating_level l
                                    WHERE l.level_no = petition.citizen_level AND l.points = 0
                                      AND l.valid_from <= CAST(petition.ended_at AS DATE)
                                      AND (l.valid_to IS NULL OR l.valid_to >= CAST(petition.ended_at AS DATE)))
                               AS dissatisfied
                      FROM procedures.petition
                     WHERE agency_code = :agency AND ended_at >= :begin AND ended_at < :end) AS answered
            """;
    private static final String LASTING = """
            SELECT COUNT(*) AS lasting
              FROM procedures.petition
             WHERE agency_code = :agency AND answer_due < :end AND answer_due < :now AND <open>
            """;

    /** What the answers to questions of an index gave, alike ones together. */
    public List<Rated> rated(Handle handle, String agency, LocalDateTime begin, LocalDateTime end) {
        return rated(handle, OF_BODY, agency, begin, end);
    }

    /** The same for each officer who received or settled the dossiers that were rated. */
    public List<Rated> ratedOfOfficers(Handle handle, String agency, LocalDateTime begin, LocalDateTime end) {
        return rated(handle, OF_OFFICERS, agency, begin, end);
    }

    private static List<Rated> rated(Handle handle, String sql, String agency, LocalDateTime begin, LocalDateTime end) {
        return handle.createQuery(sql)
                .bind("agency", agency)
                .bind("first", -RatingWriter.from(end) + 1)
                .bind("last", -RatingWriter.from(begin))
                .map((row, context) -> new Rated(
                        row.getString("who"), row.getInt("index_no"), row.getInt("points"), row.getLong("answers")))
                .list();
    }

    /** @param now in a period that has not ended yet, what is due later in it does not count */
    public Answered petitions(Handle handle, String agency, LocalDateTime begin, LocalDateTime end, LocalDateTime now) {
        long lasting = lasting(handle, "running = TRUE", agency, end, now)
                + lasting(handle, "ended_at >= :end", agency, end, now);
        return handle.createQuery(ENDED)
                .bind("agency", agency)
                .bind("begin", begin)
                .bind("end", end)
                .map((row, context) ->
                        new Answered(row.getLong("ended"), row.getLong("in_time"), row.getLong("satisfying"), lasting))
                .one();
    }

    private static long lasting(Handle handle, String open, String agency, LocalDateTime end, LocalDateTime now) {
        Query query = handle.createQuery(LASTING).define("open", open);
        return query.bind("agency", agency)
                .bind("end", end)
                .bind("now", now)
                .map((row, context) -> row.getLong("lasting"))
                .one();
    }

    /**
     * So many answers that give the same points.
     *
     * @param who account of the officer, or the agency
     * @param index its number
     */
    public record Rated(String who, int index, int points, long answers) {}
}
