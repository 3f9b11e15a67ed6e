package vn.kientao.reform.steering.store.discipline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.reform.steering.domain.discipline.Breach;
import vn.kientao.reform.steering.domain.discipline.BreachAction;
import vn.kientao.reform.steering.domain.discipline.BreachEvent;
import vn.kientao.reform.steering.domain.discipline.BreachFilter;
import vn.kientao.reform.steering.domain.discipline.BreachKind;
import vn.kientao.reform.steering.domain.discipline.BreachState;
import vn.kientao.reform.steering.domain.discipline.Followed;
import vn.kientao.reform.steering.domain.discipline.LateTask;
import vn.kientao.reform.steering.domain.discipline.NewBreach;

/** Reads and writes {@code steering.breach} and its events; reads the tasks that are late. */
public final class BreachRows {
    private static final String ALL = """
            SELECT b.id, b.version, b.code, b.agency_code, b.kind, b.task_code, b.duty, b.happened_on, b.days_late, b.person,
                   b.explanation, b.state, b.followed, b.followed_on, b.document, b.outcome, b.recorded_at, b.recorded_by
              FROM steering.breach b
            """;
    private static final String ADD = """
            INSERT INTO steering.breach (
                   version, code, once_key, agency_code, kind, task_code, duty, happened_on, days_late, person, folded,
                   explanation, state, followed, document, outcome, recorded_at, recorded_by)
            VALUES (1, :code, :once, :agency, :kind, :task, :duty, :on, :days, :person, :folded,
                   '', :state, :followed, '', '', :at, :by)
            """;
    private static final String CHANGE = """
            UPDATE steering.breach
               SET version = version + 1, explanation = :explanation, state = :state, followed = :followed,
                   followed_on = :on, document = :document, outcome = :outcome
             WHERE id = :id AND version = :version
            """;
    private static final String ADD_EVENT = """
            INSERT INTO steering.breach_event (breach_id, at, action, account, note)
            VALUES (:breach, :at, :action, :account, :note)
            """;
    private static final String EVENTS = """
            SELECT at, action, account, note
              FROM steering.breach_event
             WHERE breach_id = ?
             ORDER BY id
            """;
    /** Tasks that are late now, or were done late, and of which nothing is recorded. */
    private static final String LATE_TASKS = """
            SELECT t.code, t.title, t.lead_agency, t.person, t.due, t.done_on
              FROM steering.task t
             WHERE t.lead_agency IN (<agencies>)
               AND ((t.open_task = TRUE AND t.state = 'OPEN' AND t.due < :today) OR (t.state = 'DONE' AND t.done_on > t.due))
               AND NOT EXISTS (SELECT 1 FROM steering.breach b WHERE b.task_code = t.code)
             ORDER BY t.due, t.id
             FETCH FIRST :most ROWS ONLY
            """;

    public Optional<Breach> find(Handle handle, String code) {
        return handle.createQuery(ALL + " WHERE b.code = ?")
                .bind(0, code)
                .map((row, context) -> breach(row))
                .findOne();
    }

    /** What was recorded for the agency with the same key; empty when nothing was. */
    public Optional<Breach> made(Handle handle, String agency, String onceKey) {
        return handle.createQuery(ALL + " WHERE b.agency_code = ? AND b.once_key = ?")
                .bind(0, agency)
                .bind(1, onceKey)
                .map((row, context) -> breach(row))
                .findOne();
    }

    /** A page of a list, newest first, with a smaller id than {@code before}. */
    public List<Breach> page(Handle handle, BreachFilter filter, long before, int most) {
        Map<String, Object> values = new HashMap<>();
        String sql = ALL + " WHERE b.id < :before" + conditions(filter, values)
                + " ORDER BY b.id DESC FETCH FIRST :most ROWS ONLY";
        return handle.createQuery(sql)
                .bindMap(values)
                .bind("before", before)
                .bind("most", most)
                .map((row, context) -> breach(row))
                .list();
    }

    private static String conditions(BreachFilter filter, Map<String, Object> values) {
        StringBuilder sql = new StringBuilder();
        filter.agency().ifPresent(agency -> add(sql, values, "b.agency_code = :agency", "agency", agency));
        filter.kind().ifPresent(kind -> add(sql, values, "b.kind = :kind", "kind", kind.name()));
        filter.state().ifPresent(state -> add(sql, values, "b.state = :state", "state", state.name()));
        filter.followed().ifPresent(one -> add(sql, values, "b.followed = :followed", "followed", one.name()));
        filter.from().ifPresent(day -> add(sql, values, "b.happened_on >= :from", "from", day));
        filter.to().ifPresent(day -> add(sql, values, "b.happened_on <= :to", "to", day));
        if (!filter.words().isEmpty()) {
            String words = "%" + filter.words().replaceAll("([!%_])", "!$1") + "%";
            add(sql, values, "b.folded LIKE :words ESCAPE '!'", "words", words);
        }
        return sql.toString();
    }

    private static void add(
            StringBuilder sql, Map<String, Object> values, String condition, String name, Object value) {
        sql.append(" AND ").append(condition);
        values.put(name, value);
    }

    public void add(Handle transaction, Breach breach, String onceKey) {
        NewBreach what = breach.what();
        transaction
                .createUpdate(ADD)
                .bind("code", breach.code())
                .bind("once", onceKey.isEmpty() ? null : onceKey)
                .bind("agency", what.agency())
                .bind("kind", what.kind().name())
                .bind("task", what.task())
                .bind("duty", what.duty())
                .bind("on", what.happenedOn())
                .bind("days", what.daysLate())
                .bind("person", what.person())
                .bind("folded", folded(breach.code(), what.duty(), what.person()))
                .bind("state", breach.state().name())
                .bind("followed", breach.outcome().followed().name())
                .bind("at", breach.recordedAt())
                .bind("by", breach.recordedBy())
                .execute();
    }

    static String folded(String code, String duty, String person) {
        return Folding.fold(code + " " + duty + " " + person);
    }

    /** Writes what steps change; false when somebody changed it meanwhile. */
    public boolean change(Handle transaction, Breach breach) {
        return transaction
                        .createUpdate(CHANGE)
                        .bind("explanation", breach.explanation())
                        .bind("state", breach.state().name())
                        .bind("followed", breach.outcome().followed().name())
                        .bind("on", breach.outcome().on().orElse(null))
                        .bind("document", breach.outcome().document())
                        .bind("outcome", breach.outcome().note())
                        .bind("id", breach.id())
                        .bind("version", breach.version())
                        .execute()
                == 1;
    }

    /** What happened, oldest first. */
    public List<BreachEvent> events(Handle handle, long breach) {
        return handle.createQuery(EVENTS)
                .bind(0, breach)
                .map((row, context) -> new BreachEvent(
                        row.getObject("at", LocalDateTime.class),
                        BreachAction.valueOf(row.getString("action")),
                        row.getString("account"),
                        row.getString("note")))
                .list();
    }

    public void add(Handle transaction, long breach, BreachEvent event) {
        transaction
                .createUpdate(ADD_EVENT)
                .bind("breach", breach)
                .bind("at", event.at())
                .bind("action", event.action().name())
                .bind("account", event.account())
                .bind("note", event.note())
                .execute();
    }

    /** Late tasks of these agencies of which nothing is recorded, the oldest first. */
    public List<LateTask> lateTasks(Handle handle, Set<String> agencies, LocalDate today, int most) {
        return handle.createQuery(LATE_TASKS)
                .bindList("agencies", List.copyOf(agencies))
                .bind("today", today)
                .bind("most", most)
                .map((row, context) -> new LateTask(
                        row.getString("code"),
                        row.getString("title"),
                        row.getString("lead_agency"),
                        row.getString("person"),
                        row.getObject("due", LocalDate.class),
                        Optional.ofNullable(row.getObject("done_on", LocalDate.class))))
                .list();
    }

    static Breach breach(ResultSet row) throws SQLException {
        return new Breach(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("code"),
                new NewBreach(
                        row.getString("agency_code"),
                        BreachKind.valueOf(row.getString("kind")),
                        row.getString("task_code"),
                        row.getString("duty"),
                        row.getObject("happened_on", LocalDate.class),
                        row.getInt("days_late"),
                        row.getString("person")),
                row.getString("explanation"),
                BreachState.valueOf(row.getString("state")),
                new Breach.Outcome(
                        Followed.valueOf(row.getString("followed")),
                        Optional.ofNullable(row.getObject("followed_on", LocalDate.class)),
                        row.getString("document"),
                        row.getString("outcome")),
                row.getObject("recorded_at", LocalDateTime.class),
                row.getString("recorded_by"));
    }
}
