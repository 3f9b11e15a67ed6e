package vn.kientao.reform.steering.store.obstacle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.obstacle.Answer;
import vn.kientao.reform.steering.domain.obstacle.AnswerClock;
import vn.kientao.reform.steering.domain.obstacle.Body;
import vn.kientao.reform.steering.domain.obstacle.Handling;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleCause;
import vn.kientao.reform.steering.domain.obstacle.ObstacleFilter;
import vn.kientao.reform.steering.domain.obstacle.ObstacleKind;
import vn.kientao.reform.steering.domain.obstacle.ObstacleState;
import vn.kientao.reform.steering.domain.obstacle.OpenAnswerRow;
import vn.kientao.reform.steering.domain.obstacle.Report;
import vn.kientao.reform.steering.domain.obstacle.Urgency;

/** Reads {@code steering.obstacle}: one, or a page of a list. */
public final class ObstacleReader {
    private static final String ALL = """
            SELECT o.id, o.version, o.code, o.title, o.content, o.kind, o.cause, o.rule_document, o.rule_article, o.area,
                   o.raiser, o.raised_by, o.raised_at, o.state, o.urgency, o.holder, o.body, o.outside, o.letter,
                   o.clock_from, o.clock_days, o.due, o.answer, o.answered_at, o.published_at, o.public_title,
                   o.public_question, o.public_answer, o.reopened
              FROM steering.obstacle o
            """;
    private static final String ORDER = " ORDER BY o.due, o.id FETCH FIRST :most ROWS ONLY";
    private static final String BEHIND = " AND (o.due > :keyDue OR (o.due = :keyDue AND o.id > :keyId))";
    private static final String PUBLISHED = """
             WHERE o.published_at IS NOT NULL AND (CAST(:area AS VARCHAR(40)) IS NULL OR o.area = :area) AND o.id < :before
             ORDER BY o.id DESC
             FETCH FIRST :most ROWS ONLY
            """;

    public Optional<Obstacle> find(Handle handle, String code) {
        return handle.createQuery(ALL + " WHERE o.code = ?")
                .bind(0, code)
                .map((row, context) -> obstacle(row))
                .findOne();
    }

    /** What the agency raised with the same key; empty when it has not. */
    public Optional<Obstacle> made(Handle handle, String raiser, String onceKey) {
        return handle.createQuery(ALL + " WHERE o.raiser = ? AND o.once_key = ?")
                .bind(0, raiser)
                .bind(1, onceKey)
                .map((row, context) -> obstacle(row))
                .findOne();
    }

    /** A page of a list, the answer that is due first on top. */
    public List<Obstacle> page(Handle handle, ObstacleFilter filter, Optional<ObstacleFilter.Key> after, int most) {
        ObstacleConditions conditions = new ObstacleConditions(filter);
        String sql = ALL + " WHERE " + conditions.sql() + (after.isPresent() ? BEHIND : "") + ORDER;
        var query = conditions.bind(handle.createQuery(sql)).bind("most", most);
        after.ifPresent(key -> query.bind("keyDue", key.due()).bind("keyId", key.id()));
        return query.map((row, context) -> obstacle(row)).list();
    }

    /** Published answers, newest first, with a smaller id than {@code before}. */
    public List<OpenAnswerRow> published(Handle handle, Optional<String> area, long before, int most) {
        return handle
                .createQuery(ALL + PUBLISHED)
                .bind("area", area.orElse(null))
                .bind("before", before)
                .bind("most", most)
                .map((row, context) -> obstacle(row))
                .list()
                .stream()
                .flatMap(one -> open(one).stream())
                .toList();
    }

    /** A published answer; empty when there is none of that code or it is internal. */
    public Optional<OpenAnswerRow> published(Handle handle, String code) {
        return find(handle, code).flatMap(ObstacleReader::open);
    }

    private static Optional<OpenAnswerRow> open(Obstacle one) {
        return one.answer()
                .open()
                .map(open -> new OpenAnswerRow(
                        one.id(),
                        one.code(),
                        one.report().area(),
                        one.handling().holder(),
                        open));
    }

    /** Those whose answer is late and of whom nobody has been told. */
    public List<Obstacle> lateUntold(Handle handle, LocalDateTime now, int most) {
        return handle.createQuery(ALL
                        + " WHERE o.open_obstacle = TRUE AND o.due < :now AND o.overdue_told = FALSE ORDER BY o.due, o.id"
                        + " FETCH FIRST :most ROWS ONLY")
                .bind("now", now)
                .bind("most", most)
                .map((row, context) -> obstacle(row))
                .list();
    }

    /** Those whose running clock touches the days, with an id greater than {@code after}, in order of id. */
    public List<Obstacle> running(Handle handle, LocalDateTime from, LocalDateTime end, long after, int most) {
        return handle.createQuery(ALL
                        + " WHERE o.open_obstacle = TRUE AND o.clock_from < :end AND o.due >= :from AND o.id > :after"
                        + " ORDER BY o.id FETCH FIRST :most ROWS ONLY")
                .bind("from", from)
                .bind("end", end)
                .bind("after", after)
                .bind("most", most)
                .map((row, context) -> obstacle(row))
                .list();
    }

    private static Obstacle obstacle(ResultSet row) throws SQLException {
        return new Obstacle(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("code"),
                new Report(
                        row.getString("title"),
                        row.getString("content"),
                        ObstacleKind.valueOf(row.getString("kind")),
                        ObstacleCause.valueOf(row.getString("cause")),
                        row.getString("rule_document"),
                        row.getString("rule_article"),
                        row.getString("area")),
                row.getString("raiser"),
                row.getString("raised_by"),
                row.getObject("raised_at", LocalDateTime.class),
                new Handling(
                        ObstacleState.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getString("urgency")).map(Urgency::valueOf),
                        row.getString("holder"),
                        Body.valueOf(row.getString("body")),
                        row.getString("outside"),
                        row.getString("letter")),
                new AnswerClock(
                        row.getObject("clock_from", LocalDateTime.class),
                        row.getInt("clock_days"),
                        row.getObject("due", LocalDateTime.class)),
                answer(row),
                row.getInt("reopened"));
    }

    private static Answer answer(ResultSet row) throws SQLException {
        Optional<LocalDateTime> published = Optional.ofNullable(row.getObject("published_at", LocalDateTime.class));
        String title = row.getString("public_title");
        String question = row.getString("public_question");
        String words = row.getString("public_answer");
        return new Answer(
                row.getString("answer"),
                Optional.ofNullable(row.getObject("answered_at", LocalDateTime.class)),
                published.map(at -> new Answer.OpenAnswer(title, question, words, at)));
    }
}
