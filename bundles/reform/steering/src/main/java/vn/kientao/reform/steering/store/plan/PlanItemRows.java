package vn.kientao.reform.steering.store.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import vn.kientao.reform.steering.domain.plan.ItemWords;
import vn.kientao.reform.steering.domain.plan.PlanItem;

/** Reads and writes {@code steering.plan_item}. */
public final class PlanItemRows {
    private static final String COLUMNS = """
            SELECT i.id, i.version, i.plan_id, COALESCE(i.item_key, i.id) AS item_key, i.area, i.title, i.product, i.person,
                   i.division, i.lead_agency, i.cooperating, i.due, i.budget, i.budget_source, i.clause_id, i.target_id,
                   i.task_id, i.remark
              FROM steering.plan_item i
            """;
    private static final String ADD = """
            INSERT INTO steering.plan_item (
                   version, plan_id, item_key, area, title, product, person, division, lead_agency, cooperating, due, budget,
                   budget_source, clause_id, target_id, task_id, remark)
            VALUES (1, :plan, :key, :area, :title, :product, :person, :division, :lead, :cooperating, :due, :budget,
                   :budgetSource, :clause, :target, :task, '')
            """;
    private static final String CHANGE = """
            UPDATE steering.plan_item
               SET version = version + 1, area = :area, title = :title, product = :product, person = :person,
                   division = :division, lead_agency = :lead, cooperating = :cooperating, due = :due, budget = :budget,
                   budget_source = :budgetSource, clause_id = :clause, target_id = :target
             WHERE id = :id AND version = :seen
            """;
    private static final String IN_FORCE = """
              JOIN steering.plan p ON p.id = i.plan_id
             WHERE p.plan_year = ? AND p.state IN ('APPROVED', 'PUBLISHED') AND (i.clause_id IS NOT NULL OR i.target_id IS NOT NULL)
             ORDER BY i.id
            """;
    // What a task says in the words of the plan; who leads it and until when is written as a step of the task.
    private static final String REWORD_TASK = """
            UPDATE steering.task
               SET title = :title, folded = :folded, product = :product, area = :area, budget = :budget,
                   budget_source = :budgetSource, clause_id = :clause
             WHERE id = :task
            """;

    /** The items of a plan in the order in which they were written. */
    public List<PlanItem> of(Handle handle, long plan) {
        return handle.createQuery(COLUMNS + " WHERE i.plan_id = ? ORDER BY COALESCE(i.item_key, i.id), i.id")
                .bind(0, plan)
                .map((row, context) -> item(row))
                .list();
    }

    public Optional<PlanItem> find(Handle handle, long plan, long id) {
        return handle.createQuery(COLUMNS + " WHERE i.plan_id = ? AND i.id = ?")
                .bind(0, plan)
                .bind(1, id)
                .map((row, context) -> item(row))
                .findOne();
    }

    /** The items of a year's plans in force that carry out a clause or serve a target. */
    public List<PlanItem> inForce(Handle handle, int year) {
        return handle.createQuery(COLUMNS + IN_FORCE)
                .bind(0, year)
                .map((row, context) -> item(row))
                .list();
    }

    /** Adds an item that no edition had before and answers with its id. */
    public long add(Handle transaction, long plan, ItemWords words) {
        return add(transaction, plan, words, Optional.empty(), Optional.empty());
    }

    /** Adds an item of an older edition, with the task that it became. */
    public void addAgain(Handle transaction, long plan, PlanItem older) {
        add(transaction, plan, older.words(), Optional.of(older.key()), older.task());
    }

    /** Adds an item of another agency's plan in other words, with the task that it became. */
    public void addAgain(Handle transaction, long plan, PlanItem older, ItemWords words) {
        add(transaction, plan, words, Optional.of(older.key()), older.task());
    }

    private static long add(Handle transaction, long plan, ItemWords words, Optional<Long> key, Optional<Long> task) {
        return bound(transaction.createUpdate(ADD), words)
                .bind("plan", plan)
                .bind("key", key.orElse(null))
                .bind("task", task.orElse(null))
                .executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong("id"))
                .one();
    }

    /** Writes what an item says; false, with nothing written, when it is no longer at the version of {@code seen}. */
    public boolean change(Handle transaction, PlanItem seen, ItemWords words) {
        return bound(transaction.createUpdate(CHANGE), words)
                        .bind("id", seen.id())
                        .bind("seen", seen.version())
                        .execute()
                == 1;
    }

    /** Takes an item out; false, with nothing written, when somebody changed it meanwhile. */
    public boolean remove(Handle transaction, PlanItem seen) {
        return transaction.execute(
                        "DELETE FROM steering.plan_item WHERE id = ? AND version = ?", seen.id(), seen.version())
                == 1;
    }

    public void remark(Handle transaction, long item, String remark) {
        transaction.execute("UPDATE steering.plan_item SET remark = ? WHERE id = ?", remark, item);
    }

    public void clearRemarks(Handle transaction, long plan) {
        transaction.execute("UPDATE steering.plan_item SET remark = '' WHERE plan_id = ?", plan);
    }

    /** Says which task an item has become. */
    public void tie(Handle transaction, long item, long task) {
        transaction.execute("UPDATE steering.plan_item SET task_id = ? WHERE id = ?", task, item);
    }

    /** Writes into a task what its item says now. */
    public void reword(Handle transaction, long task, ItemWords words, String folded) {
        transaction
                .createUpdate(REWORD_TASK)
                .bind("title", words.title())
                .bind("folded", folded)
                .bind("product", words.product())
                .bind("area", words.area())
                .bind("budget", words.budget().orElse(null))
                .bind("budgetSource", words.budgetSource())
                .bind("clause", words.clause().orElse(null))
                .bind("task", task)
                .execute();
    }

    private static Update bound(Update update, ItemWords words) {
        return update.bind("area", words.area())
                .bind("title", words.title())
                .bind("product", words.product())
                .bind("person", words.person())
                .bind("division", words.division())
                .bind("lead", words.lead())
                .bind("cooperating", String.join(",", words.cooperating()))
                .bind("due", words.due().orElse(null))
                .bind("budget", words.budget().orElse(null))
                .bind("budgetSource", words.budgetSource())
                .bind("clause", words.clause().orElse(null))
                .bind("target", words.target().orElse(null));
    }

    private static Optional<Long> id(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    private static PlanItem item(ResultSet row) throws SQLException {
        String cooperating = row.getString("cooperating");
        return new PlanItem(
                row.getLong("id"),
                row.getLong("version"),
                row.getLong("plan_id"),
                row.getLong("item_key"),
                new ItemWords(
                        row.getString("area"),
                        row.getString("title"),
                        row.getString("product"),
                        row.getString("person"),
                        row.getString("division"),
                        row.getString("lead_agency"),
                        cooperating.isEmpty() ? List.of() : List.of(cooperating.split(",", -1)),
                        Optional.ofNullable(row.getObject("due", LocalDate.class)),
                        Optional.ofNullable(row.getBigDecimal("budget")),
                        row.getString("budget_source"),
                        id(row, "clause_id"),
                        id(row, "target_id")),
                id(row, "task_id"),
                row.getString("remark"));
    }
}
