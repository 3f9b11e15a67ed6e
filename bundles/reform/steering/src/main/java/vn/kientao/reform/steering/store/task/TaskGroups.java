package vn.kientao.reform.steering.store.task;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.board.Group;
import vn.kientao.reform.steering.domain.task.TaskFigures;

/** Counts the tasks of one agency or person as they are now. */
public final class TaskGroups {
    private static final String COUNTED = TaskRows.FIGURES.replace("SELECT t.clause_id,", "SELECT");

    /** By area of what the agency leads. */
    public List<Group> byArea(Handle handle, String lead, LocalDate today) {
        return by(handle, "area", lead, today);
    }

    /** By division of the agency that leads. */
    public List<Group> byDivision(Handle handle, String lead, LocalDate today) {
        return by(handle, "division", lead, today);
    }

    /** By the person who answers for it there. */
    public List<Group> byPerson(Handle handle, String lead, LocalDate today) {
        return by(handle, "person", lead, today);
    }

    private static List<Group> by(Handle handle, String column, String lead, LocalDate today) {
        String counted = TaskRows.FIGURES.replace("t.clause_id", "t." + column);
        return handle.createQuery(
                        counted + " WHERE t.lead_agency = :lead GROUP BY t." + column + " ORDER BY t." + column)
                .bind("lead", lead)
                .bind("today", today)
                .map((row, context) -> new Group(row.getString(column), TaskRows.figures(row)))
                .list();
    }

    /** Those that a person answers for. */
    public TaskFigures ofPerson(Handle handle, String account, LocalDate today) {
        return handle.createQuery(COUNTED + " WHERE t.account = :account")
                .bind("account", account)
                .bind("today", today)
                .map((row, context) -> TaskRows.figures(row))
                .one();
    }
}
