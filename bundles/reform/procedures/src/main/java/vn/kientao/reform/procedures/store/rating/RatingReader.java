package vn.kientao.reform.procedures.store.rating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.reform.procedures.domain.rating.Answers;
import vn.kientao.reform.procedures.domain.rating.Question;
import vn.kientao.reform.procedures.domain.rating.Questionnaire;
import vn.kientao.reform.procedures.domain.rating.Rating;
import vn.kientao.reform.procedures.domain.rating.Satisfaction;

/** Reads ratings: one, a page of them, and all of a period taken together. */
public final class RatingReader {
    private static final String COLUMNS = """
            SELECT id, agency_code, dossier_code, procedure_name, rated_at, newest_key, overall, remark, hidden, version
              FROM procedures.rating
            """;
    private static final String BY_ID = COLUMNS + " WHERE id = ?";
    private static final String OF_DOSSIER = COLUMNS + " WHERE dossier_id = ?";
    static final String PAGE = COLUMNS + """
             WHERE agency_code = :agency
               AND newest_key > :after
               AND newest_key BETWEEN :first AND :last
               <filter>
             ORDER BY <order>
             FETCH FIRST :size ROWS ONLY
            """;
    private static final String ANSWERS = """
            SELECT question_id, level_no
              FROM procedures.rating_answer
             WHERE rating_id = ?
            """;
    private static final String MODERATIONS = """
            SELECT happened, account, who, hidden, reason
              FROM procedures.rating_moderation
             WHERE rating_id = ?
             ORDER BY version
            """;
    private static final String OVERALL = """
            SELECT overall AS level_no, COUNT(*) AS answers
              FROM procedures.rating
             WHERE agency_code = :agency AND newest_key BETWEEN :first AND :last
             GROUP BY overall
            """;
    private static final String CONTENTS = """
            SELECT a.question_id, a.level_no, COUNT(*) AS answers
              FROM procedures.rating r
              JOIN procedures.rating_answer a ON a.rating_id = r.id
             WHERE r.agency_code = :agency AND r.newest_key BETWEEN :first AND :last
             GROUP BY a.question_id, a.level_no
            """;

    public Optional<Rating> find(Handle handle, long id) {
        return handle.createQuery(BY_ID)
                .bind(0, id)
                .map((row, context) -> rating(handle, row))
                .findOne();
    }

    public Optional<Rating> ofDossier(Handle handle, long dossierId) {
        return handle.createQuery(OF_DOSSIER)
                .bind(0, dossierId)
                .map((row, context) -> rating(handle, row))
                .findOne();
    }

    /**
     * Ratings of an agency from one day to another, newest first, without their answers to single contents.
     *
     * @param after {@link Rating#newestKey} of the last one of the page before
     */
    public List<Rating> page(
            Handle handle, String agency, Span span, Optional<Integer> level, Optional<Long> after, int size) {
        Query page = span.bind(handle.createQuery(PAGE), agency)
                .define("filter", level.isPresent() ? "AND overall = :level" : "")
                .define("order", level.isPresent() ? "agency_code, overall, newest_key" : "agency_code, newest_key")
                .bind("after", after.orElse(Long.MIN_VALUE))
                .bind("size", size);
        level.ifPresent(number -> page.bind("level", number));
        return page.map((row, context) -> rating(row, Map.of(), List.of())).list();
    }

    public Satisfaction satisfaction(Handle handle, Questionnaire asked, String agency, Span span) {
        Map<Long, Map<Integer, Integer>> counts = new HashMap<>();
        Map<Integer, Integer> overall = new HashMap<>();
        span.bind(handle.createQuery(OVERALL), agency)
                .map((row, context) -> overall.put(row.getInt("level_no"), row.getInt("answers")))
                .list();
        span.bind(handle.createQuery(CONTENTS), agency)
                .map((row, context) -> counts.computeIfAbsent(row.getLong("question_id"), id -> new HashMap<>())
                        .put(row.getInt("level_no"), row.getInt("answers")))
                .list();
        return new Satisfaction(
                asked,
                asked.questions().stream()
                        .map(question -> line(
                                asked,
                                question,
                                question.overall() ? overall : counts.getOrDefault(question.id(), Map.of())))
                        .toList());
    }

    private static Satisfaction.Line line(Questionnaire asked, Question question, Map<Integer, Integer> counts) {
        int satisfied = asked.levels().stream()
                .filter(level -> level.satisfied())
                .mapToInt(level -> counts.getOrDefault(level.number(), 0))
                .sum();
        return new Satisfaction.Line(question, counts, satisfied);
    }

    private static Rating rating(Handle handle, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        Map<Long, Integer> answers = new HashMap<>();
        handle.createQuery(ANSWERS)
                .bind(0, id)
                .map((answer, context) -> answers.put(answer.getLong("question_id"), answer.getInt("level_no")))
                .list();
        List<Rating.Moderation> moderations = handle.createQuery(MODERATIONS)
                .bind(0, id)
                .map((line, context) -> new Rating.Moderation(
                        line.getObject("happened", LocalDateTime.class),
                        line.getString("account"),
                        line.getString("who"),
                        line.getBoolean("hidden"),
                        line.getString("reason")))
                .list();
        return rating(row, answers, moderations);
    }

    private static Rating rating(ResultSet row, Map<Long, Integer> answers, List<Rating.Moderation> moderations)
            throws SQLException {
        return new Rating(
                row.getLong("id"),
                row.getString("agency_code"),
                row.getString("dossier_code"),
                row.getString("procedure_name"),
                row.getObject("rated_at", LocalDateTime.class),
                row.getLong("newest_key"),
                new Answers(row.getInt("overall"), answers, row.getString("remark")),
                row.getBoolean("hidden"),
                moderations,
                row.getLong("version"));
    }

    /** From the beginning of one day to the end of another. */
    public record Span(LocalDate from, LocalDate to) {
        private Query bind(Query query, String agency) {
            return query.bind("agency", agency)
                    .bind("first", -RatingWriter.from(to.plusDays(1).atStartOfDay()) + 1)
                    .bind("last", -RatingWriter.from(from.atStartOfDay()));
        }
    }
}
