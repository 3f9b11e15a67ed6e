package vn.kientao.reform.steering.app.taskimport;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskOrder;
import vn.kientao.reform.steering.domain.task.TaskState;
import vn.kientao.reform.steering.domain.taskimport.TaskImport;
import vn.kientao.reform.steering.domain.taskimport.TaskImport.State;
import vn.kientao.reform.steering.store.task.TaskRows;
import vn.kientao.reform.steering.store.taskimport.TaskImportRows;

/** Sheets of tasks: kept when they are tried, given once in one transaction, taken back as far as nobody has begun. */
@Component(service = TaskImports.class)
public final class TaskImports {
    private static final int NEWEST = 20;

    private final Database database;
    private final Tasks tasks;
    private final AuditTrail audit;
    private final TaskRows rows = new TaskRows();
    private final TaskImportRows imports = new TaskImportRows();

    @Activate
    public TaskImports(@Reference Database database, @Reference Tasks tasks, @Reference AuditTrail audit) {
        this.database = database;
        this.tasks = tasks;
        this.audit = audit;
    }

    /** Keeps a sheet by row and field; no task is given. */
    public long keep(String fileName, Map<Integer, Map<String, String>> cells, Tasks.Act act) {
        return database.write(transaction -> {
            long id = imports.add(transaction, act.agency(), fileName, act.at(), act.account(), cells);
            record(transaction, act.entry(), id, "rows", cells.size());
            return id;
        });
    }

    public List<TaskImport> newest(String agency) {
        return database.read(handle -> imports.newest(handle, agency, NEWEST));
    }

    public Optional<TaskImport> find(String agency, long id) {
        return database.read(handle -> imports.find(handle, agency, id));
    }

    /** The cells of a sheet by row and field. */
    public Map<Integer, Map<String, String>> cells(TaskImport sheet) {
        return database.read(handle -> imports.cells(handle, sheet.id()));
    }

    /** The tasks that were given from a sheet. */
    public List<Task> tasks(TaskImport sheet) {
        return database.read(handle -> imports.tasks(handle, sheet.id()).stream()
                .map(id -> rows.find(handle, id).orElseThrow())
                .toList());
    }

    /**
     * Gives the tasks of a sheet.
     *
     * @throws StaleRecordException when they were given before
     */
    public void commit(TaskImport sheet, List<TaskOrder> orders, Tasks.Act act) {
        database.write(transaction -> {
            move(transaction, sheet, State.TRIED, State.DONE);
            for (TaskOrder order : orders) {
                imports.made(
                        transaction,
                        sheet.id(),
                        tasks.give(transaction, order, "", act).id());
            }
            record(transaction, act.entry(), sheet.id(), "given", orders.size());
            return sheet;
        });
    }

    /**
     * Cancels those tasks of a sheet that nobody has touched, and answers with how many they were.
     *
     * @throws StaleRecordException when it was taken back before
     */
    public int undo(TaskImport sheet, String reason, Tasks.Act act) {
        return database.write(transaction -> {
            move(transaction, sheet, State.DONE, State.UNDONE);
            int cancelled = 0;
            for (long id : imports.tasks(transaction, sheet.id())) {
                Task task = rows.find(transaction, id).orElseThrow();
                if (task.version() == 1 && task.state() == TaskState.OPEN) {
                    Task next = task.in(
                            TaskState.CANCELLED, task.progress(), task.reportedOn(), task.doneOn(), task.result());
                    tasks.follow(transaction, next, "CANCEL", reason, act);
                    cancelled++;
                }
            }
            record(transaction, act.entry(), sheet.id(), "cancelled", cancelled);
            return cancelled;
        });
    }

    private void move(Handle transaction, TaskImport sheet, State from, State to) {
        if (!imports.move(transaction, sheet.id(), from, to)) {
            throw new StaleRecordException("import " + sheet.id(), 0);
        }
    }

    private void record(Handle transaction, AuditEntry entry, long id, String word, int count) {
        audit.record(
                transaction,
                new AuditEntry(
                        entry.account(),
                        entry.agency(),
                        entry.module(),
                        entry.action(),
                        "task-import",
                        "" + id,
                        "{\"" + word + "\":" + count + "}",
                        entry.requestId()));
    }
}
