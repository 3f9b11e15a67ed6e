package vn.kientao.reform.steering.store.obstacle;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.reform.steering.domain.obstacle.Answer;
import vn.kientao.reform.steering.domain.obstacle.FollowUp;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleAction;
import vn.kientao.reform.steering.domain.obstacle.ObstacleEvent;

/** Writes {@code steering.obstacle}, and reads and writes what hangs on it: events and what came of it. */
public final class ObstacleWriter {
    private static final String ADD = """
            INSERT INTO steering.obstacle (
                   version, code, once_key, title, content, folded, kind, cause, rule_document, rule_article, area, raiser,
                   raised_by, raised_at, state, open_obstacle, urgency, holder, body, outside, letter, clock_from, clock_days,
                   due, overdue_told, answer, answered_at, published_at, public_title, public_question, public_answer, reopened)
            VALUES (1, :code, :once, :title, :content, :folded, :kind, :cause, :document, :article, :area, :raiser,
                   :by, :at, :state, :open, :urgency, :holder, :body, :outside, :letter, :from, :days,
                   :due, FALSE, :answer, :answeredAt, :publishedAt, :publicTitle, :publicQuestion, :publicAnswer, :reopened)
            """;
    private static final String CHANGE = """
            UPDATE steering.obstacle
               SET version = version + 1, cause = :cause, state = :state, open_obstacle = :open, urgency = :urgency,
                   holder = :holder, body = :body, outside = :outside, letter = :letter,
                   overdue_told = CASE WHEN due = :due THEN overdue_told ELSE FALSE END,
                   clock_from = :from, clock_days = :days, due = :due, answer = :answer, answered_at = :answeredAt,
                   published_at = :publishedAt, public_title = :publicTitle, public_question = :publicQuestion,
                   public_answer = :publicAnswer, reopened = :reopened
             WHERE id = :id AND version = :version
            """;
    private static final String TOLD = """
            UPDATE steering.obstacle
               SET overdue_told = TRUE
             WHERE id = ? AND overdue_told = FALSE AND open_obstacle = TRUE
            """;
    private static final String MOVE = """
            UPDATE steering.obstacle
               SET version = version + 1, due = :due
             WHERE id = :id AND version = :version
            """;
    private static final String EVENTS = """
            SELECT at, action, agency, account, sent_to, note
              FROM steering.obstacle_event
             WHERE obstacle_id = ?
             ORDER BY id
             FETCH FIRST 500 ROWS ONLY
            """;
    private static final String ADD_EVENT = """
            INSERT INTO steering.obstacle_event (obstacle_id, at, action, agency, account, sent_to, note)
            VALUES (:obstacle, :at, :action, :agency, :account, :to, :note)
            """;
    private static final String FOLLOW_UPS = """
            SELECT kind, reference, words, made_on
              FROM steering.obstacle_follow_up
             WHERE obstacle_id = ?
             ORDER BY id
            """;
    private static final String ADD_FOLLOW_UP = """
            INSERT INTO steering.obstacle_follow_up (obstacle_id, kind, reference, words, made_on)
            VALUES (:obstacle, :kind, :reference, :words, :on)
            """;

    /** Adds one; its id is given by the database. */
    public void add(Handle transaction, Obstacle one, String onceKey) {
        bind(transaction.createUpdate(ADD), one)
                .bind("code", one.code())
                .bind("once", onceKey.isEmpty() ? null : onceKey)
                .bind("title", one.report().title())
                .bind("content", one.report().content())
                .bind("folded", folded(one))
                .bind("kind", one.report().kind().name())
                .bind("document", one.report().ruleDocument())
                .bind("article", one.report().ruleArticle())
                .bind("area", one.report().area())
                .bind("raiser", one.raiser())
                .bind("by", one.raisedBy())
                .bind("at", one.raisedAt())
                .execute();
    }

    private static String folded(Obstacle one) {
        return Folding.fold(
                one.code() + " " + one.report().title() + " " + one.report().rule());
    }

    /** Writes what steps change; false when somebody changed it meanwhile. A new due date makes lateness news again. */
    public boolean change(Handle transaction, Obstacle one) {
        return bind(transaction.createUpdate(CHANGE), one)
                        .bind("id", one.id())
                        .bind("version", one.version())
                        .execute()
                == 1;
    }

    private static Update bind(Update update, Obstacle one) {
        Optional<Answer.OpenAnswer> open = one.answer().open();
        return update.bind("cause", one.report().cause().name())
                .bind("state", one.state().name())
                .bind("open", one.state().open())
                .bind("urgency", one.handling().urgency().map(Enum::name).orElse(null))
                .bind("holder", one.handling().holder())
                .bind("body", one.handling().body().name())
                .bind("outside", one.handling().outside())
                .bind("letter", one.handling().letter())
                .bind("from", one.clock().from())
                .bind("days", one.clock().days())
                .bind("due", one.clock().due())
                .bind("answer", one.answer().text())
                .bind("answeredAt", one.answer().at().orElse(null))
                .bind("publishedAt", open.map(Answer.OpenAnswer::at).orElse(null))
                .bind("publicTitle", open.map(Answer.OpenAnswer::title).orElse(""))
                .bind("publicQuestion", open.map(Answer.OpenAnswer::question).orElse(""))
                .bind("publicAnswer", open.map(Answer.OpenAnswer::answer).orElse(""))
                .bind("reopened", one.reopened());
    }

    /** Says that its lateness is told from now on; false when it has been told already or is answered. */
    public boolean told(Handle transaction, long id) {
        return transaction.execute(TOLD, id) == 1;
    }

    /** Moves the due date after the calendar has changed; false when somebody changed it meanwhile. */
    public boolean move(Handle transaction, Obstacle one, LocalDateTime due) {
        return transaction
                        .createUpdate(MOVE)
                        .bind("due", due)
                        .bind("id", one.id())
                        .bind("version", one.version())
                        .execute()
                == 1;
    }

    /** What happened, oldest first. */
    public List<ObstacleEvent> events(Handle handle, long obstacle) {
        return handle.createQuery(EVENTS)
                .bind(0, obstacle)
                .map((row, context) -> new ObstacleEvent(
                        row.getObject("at", LocalDateTime.class),
                        ObstacleAction.valueOf(row.getString("action")),
                        row.getString("agency"),
                        row.getString("account"),
                        row.getString("sent_to"),
                        row.getString("note")))
                .list();
    }

    public void add(Handle transaction, long obstacle, ObstacleEvent event) {
        transaction
                .createUpdate(ADD_EVENT)
                .bind("obstacle", obstacle)
                .bind("at", event.at())
                .bind("action", event.action().name())
                .bind("agency", event.agency())
                .bind("account", event.account())
                .bind("to", event.to())
                .bind("note", event.note())
                .execute();
    }

    /** What came of it, oldest first. */
    public List<FollowUp> followUps(Handle handle, long obstacle) {
        return handle.createQuery(FOLLOW_UPS)
                .bind(0, obstacle)
                .map((row, context) -> new FollowUp(
                        ObstacleAction.valueOf(row.getString("kind")),
                        row.getString("reference"),
                        row.getString("words"),
                        row.getObject("made_on", LocalDate.class)))
                .list();
    }

    public void add(Handle transaction, long obstacle, FollowUp followUp) {
        transaction
                .createUpdate(ADD_FOLLOW_UP)
                .bind("obstacle", obstacle)
                .bind("kind", followUp.kind().name())
                .bind("reference", followUp.reference())
                .bind("words", followUp.words())
                .bind("on", followUp.on())
                .execute();
    }
}
