package vn.kientao.reform.steering.store.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskFigures;
import vn.kientao.reform.steering.domain.task.TaskFilter;
import vn.kientao.reform.steering.domain.task.TaskOrder;
import vn.kientao.reform.steering.domain.task.TaskState;
import vn.kientao.reform.steering.domain.task.Term;

/** Reads and writes {@code steering.task}. */
public final class TaskRows {
    /** Stands for no due date, so that what has none comes last. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    static final String COLUMNS = """
            t.id, t.version, t.code, t.title, t.product, t.area, t.document_id, t.clause_id, t.parent_id, t.giver_agency,
            t.lead_agency, t.division, t.person, t.account, t.budget, t.budget_source, t.term, t.original_due, t.due,
            t.state, t.progress, t.reported_on, t.done_on, t.result, t.given_on
            """;
    private static final String OF_AGENCY = """
            SELECT %s
              FROM steering.task_party p
              JOIN steering.task t ON t.id = p.task_id
             WHERE p.agency_code = :agency AND p.part = :part AND p.present = TRUE AND p.open_task = :open
               AND (p.due > :due OR (p.due = :due AND p.task_id > :id))
               AND %s
             ORDER BY p.due, p.task_id
             FETCH FIRST :most ROWS ONLY
            """;
    private static final String OF_PROVINCE = """
            SELECT %s
              FROM steering.task t
             WHERE t.open_task = :open AND (t.due > :due OR (t.due = :due AND t.id > :id))
               AND %s
             ORDER BY t.due, t.id
             FETCH FIRST :most ROWS ONLY
            """;
    static final String FIGURES = """
            SELECT t.clause_id,
                   COALESCE(SUM(CASE WHEN t.state = 'DONE' AND t.done_on <= t.due THEN 1 ELSE 0 END), 0) AS done_on_time,
                   COALESCE(SUM(CASE WHEN t.state = 'DONE' AND t.done_on > t.due THEN 1 ELSE 0 END), 0) AS done_late,
                   COALESCE(SUM(CASE WHEN t.state = 'PAUSED' THEN 1 ELSE 0 END), 0) AS paused,
                   COALESCE(SUM(CASE WHEN t.state IN ('OPEN', 'REPORTED') AND t.term <> 'DATED' THEN 1 ELSE 0 END), 0)
                       AS no_term,
                   COALESCE(SUM(CASE WHEN (t.state = 'OPEN' AND t.due < :today)
                                       OR (t.state = 'REPORTED' AND t.reported_on > t.due) THEN 1 ELSE 0 END), 0)
                       AS overdue,
                   COALESCE(SUM(CASE WHEN t.state IN ('OPEN', 'REPORTED') THEN 1 ELSE 0 END), 0) AS running
              FROM steering.task t
            """;
    private static final String INSERT = """
            INSERT INTO steering.task (
                   version, code, once_key, title, folded, product, area, document_id, clause_id, parent_id, giver_agency,
                   lead_agency, division, person, account, budget, budget_source, term, original_due, due, state,
                   open_task, progress, result, given_on, given_by)
            VALUES (1, :code, :once, :title, :folded, :product, :area, :document, :clause, :parent, :giver,
                   :lead, :division, :person, :account, :budget, :budgetSource, :term, :due, :due, 'OPEN',
                   TRUE, 0, '', :givenOn, :givenBy)
            """;
    private static final String CHANGE = """
            UPDATE steering.task
               SET version = version + 1, lead_agency = :lead, division = :division, person = :person, account = :account,
                   due = :due, state = :state, open_task = :open, progress = :progress, reported_on = :reportedOn,
                   done_on = :doneOn, result = :result
             WHERE id = :id AND version = :seen
            """;

    /** Says which kept numbers have to be counted again: those of who leads a task, and of who will. */
    private static final String MARK = """
            INSERT INTO steering.standing_mark (agency_code, area)
            SELECT lead_agency, area FROM steering.task WHERE id = :id
             UNION
            SELECT CAST(:lead AS VARCHAR(40)), area FROM steering.task WHERE id = :id
            """;

    public Optional<Task> find(Handle handle, String code) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM steering.task t WHERE t.code = ?")
                .bind(0, code)
                .map((row, context) -> task(row))
                .findOne();
    }

    public Optional<Task> find(Handle handle, long id) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM steering.task t WHERE t.id = ?")
                .bind(0, id)
                .map((row, context) -> task(row))
                .findOne();
    }

    /** The codes of tasks by their ids. */
    public Map<Long, String> codes(Handle handle, Collection<Long> ids) {
        Map<Long, String> codes = new HashMap<>();
        if (ids.isEmpty()) {
            return codes;
        }
        handle.createQuery("SELECT t.id, t.code FROM steering.task t WHERE t.id IN (<ids>)")
                .bindList("ids", List.copyOf(ids))
                .map((row, context) -> Map.entry(row.getLong("id"), row.getString("code")))
                .forEach(entry -> codes.put(entry.getKey(), entry.getValue()));
        return codes;
    }

    /** Tasks by their ids. */
    public Map<Long, Task> of(Handle handle, Collection<Long> ids) {
        Map<Long, Task> tasks = new HashMap<>();
        if (ids.isEmpty()) {
            return tasks;
        }
        handle.createQuery("SELECT " + COLUMNS + " FROM steering.task t WHERE t.id IN (<ids>)")
                .bindList("ids", List.copyOf(ids))
                .map((row, context) -> task(row))
                .forEach(task -> tasks.put(task.id(), task));
        return tasks;
    }

    /** The task that was given with this key; empty when there is none. */
    public Optional<Task> made(Handle handle, String giver, String onceKey) {
        return handle.createQuery(
                        "SELECT " + COLUMNS + " FROM steering.task t WHERE t.giver_agency = ? AND t.once_key = ?")
                .bind(0, giver)
                .bind(1, onceKey)
                .map((row, context) -> task(row))
                .findOne();
    }

    /** The parts of a task that are tasks themselves, in the order in which they were given. */
    public List<Task> children(Handle handle, long parent) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM steering.task t WHERE t.parent_id = ? ORDER BY t.id")
                .bind(0, parent)
                .map((row, context) -> task(row))
                .list();
    }

    /** A page of a list in order of the due date, what has none last. */
    public List<Task> page(Handle handle, TaskFilter filter, Optional<TaskFilter.Key> after, int most) {
        TaskConditions conditions = new TaskConditions(filter);
        String sql = filter.agency().isPresent() ? OF_AGENCY : OF_PROVINCE;
        var query = handle.createQuery(sql.formatted(COLUMNS, conditions.sql()));
        conditions.values().forEach(query::bind);
        return query.bind("open", conditions.open())
                .bind("due", after.map(TaskFilter.Key::due).orElse(LocalDate.of(1, 1, 1)))
                .bind("id", after.map(TaskFilter.Key::id).orElse(0L))
                .bind("most", most)
                .map((row, context) -> task(row))
                .list();
    }

    /** How the tasks that an agency leads stand on a day. */
    public TaskFigures figures(Handle handle, String lead, LocalDate today) {
        return handle.createQuery(FIGURES.replace("SELECT t.clause_id,", "SELECT") + " WHERE t.lead_agency = :lead")
                .bind("lead", lead)
                .bind("today", today)
                .map((row, context) -> figures(row))
                .one();
    }

    /** How the tasks of each clause of a document stand on a day; clauses without tasks are left out. */
    public Map<Long, TaskFigures> figuresByClause(Handle handle, Collection<Long> clauses, LocalDate today) {
        Map<Long, TaskFigures> figures = new HashMap<>();
        if (clauses.isEmpty()) {
            return figures;
        }
        handle.createQuery(FIGURES + " WHERE t.clause_id IN (<clauses>) GROUP BY t.clause_id")
                .bindList("clauses", List.copyOf(clauses))
                .bind("today", today)
                .map((row, context) -> Map.entry(row.getLong("clause_id"), figures(row)))
                .forEach(entry -> figures.put(entry.getKey(), entry.getValue()));
        return figures;
    }

    /** Adds a task and answers with its id. */
    public long add(
            Handle transaction, String giver, String code, TaskOrder order, LocalDate on, String by, String onceKey) {
        transaction.execute(
                "INSERT INTO steering.standing_mark (agency_code, area) VALUES (?, ?)", order.lead(), order.area());
        return transaction
                .createUpdate(INSERT)
                .bind("code", code)
                .bind("once", onceKey.isEmpty() ? null : onceKey)
                .bind("title", order.title())
                .bind("folded", Folding.fold(code + " " + order.title()))
                .bind("product", order.product())
                .bind("area", order.area())
                .bind("document", order.document().orElse(null))
                .bind("clause", order.clause().orElse(null))
                .bind("parent", order.parent().orElse(null))
                .bind("giver", giver)
                .bind("lead", order.lead())
                .bind("division", order.division())
                .bind("person", order.person())
                .bind("account", order.account().orElse(null))
                .bind("budget", order.budget().orElse(null))
                .bind("budgetSource", order.budgetSource())
                .bind("term", order.term().name())
                .bind("due", order.due().orElse(NEVER))
                .bind("givenOn", on)
                .bind("givenBy", by)
                .executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong("id"))
                .one();
    }

    /** Writes what may change of a task; false, with nothing written, when it is no longer at the version of {@code task}. */
    public boolean change(Handle transaction, Task task) {
        transaction
                .createUpdate(MARK)
                .bind("id", task.id())
                .bind("lead", task.lead())
                .execute();
        return transaction
                        .createUpdate(CHANGE)
                        .bind("lead", task.lead())
                        .bind("division", task.division())
                        .bind("person", task.person())
                        .bind("account", task.account().orElse(null))
                        .bind("due", task.due().orElse(NEVER))
                        .bind("state", task.state().name())
                        .bind("open", task.state().open())
                        .bind("progress", task.progress())
                        .bind("reportedOn", task.reportedOn().orElse(null))
                        .bind("doneOn", task.doneOn().orElse(null))
                        .bind("result", task.result())
                        .bind("id", task.id())
                        .bind("seen", task.version())
                        .execute()
                == 1;
    }

    /** Makes another agency the one that gave a task. */
    public void givenBy(Handle transaction, long task, String giver) {
        transaction.execute("UPDATE steering.task SET giver_agency = ? WHERE id = ?", giver, task);
    }

    static TaskFigures figures(ResultSet row) throws SQLException {
        long overdue = row.getLong("overdue");
        long noTerm = row.getLong("no_term");
        return new TaskFigures(
                row.getLong("done_on_time"),
                row.getLong("done_late"),
                row.getLong("running") - overdue - noTerm,
                overdue,
                row.getLong("paused"),
                noTerm);
    }

    private static Optional<Long> id(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class)).filter(day -> !day.equals(NEVER));
    }

    static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("code"),
                row.getString("title"),
                row.getString("product"),
                row.getString("area"),
                id(row, "document_id"),
                id(row, "clause_id"),
                id(row, "parent_id"),
                row.getString("giver_agency"),
                row.getString("lead_agency"),
                row.getString("division"),
                row.getString("person"),
                Optional.ofNullable(row.getString("account")),
                Optional.ofNullable(row.getBigDecimal("budget")),
                row.getString("budget_source"),
                Term.valueOf(row.getString("term")),
                day(row, "original_due"),
                day(row, "due"),
                TaskState.valueOf(row.getString("state")),
                row.getInt("progress"),
                day(row, "reported_on"),
                day(row, "done_on"),
                row.getString("result"),
                row.getObject("given_on", LocalDate.class));
    }
}
