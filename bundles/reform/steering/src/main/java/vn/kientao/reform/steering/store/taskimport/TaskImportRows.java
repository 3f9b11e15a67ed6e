package vn.kientao.reform.steering.store.taskimport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.taskimport.TaskImport;
import vn.kientao.reform.steering.domain.taskimport.TaskImport.State;

/** Reads and writes {@code steering.task_import} with its cells and what came of them. */
public final class TaskImportRows {
    private static final String SELECT =
            "SELECT id, agency_code, file_name, state, tried_at, account FROM steering.task_import";
    private static final String ADD = """
            INSERT INTO steering.task_import (agency_code, file_name, state, tried_at, account)
            VALUES (:agency, :name, 'TRIED', :at, :account)
            """;

    /** The newest of an agency. */
    public List<TaskImport> newest(Handle handle, String agency, int most) {
        return handle.createQuery(SELECT + " WHERE agency_code = ? ORDER BY id DESC FETCH FIRST ? ROWS ONLY")
                .bind(0, agency)
                .bind(1, most)
                .map((row, context) -> one(row))
                .list();
    }

    public Optional<TaskImport> find(Handle handle, String agency, long id) {
        return handle.createQuery(SELECT + " WHERE agency_code = ? AND id = ?")
                .bind(0, agency)
                .bind(1, id)
                .map((row, context) -> one(row))
                .findOne();
    }

    /** Keeps a sheet, by row and field, and answers with its id. */
    public long add(
            Handle transaction,
            String agency,
            String name,
            LocalDateTime at,
            String account,
            Map<Integer, Map<String, String>> rows) {
        long id = transaction
                .createUpdate(ADD)
                .bind("agency", agency)
                .bind("name", name)
                .bind("at", at)
                .bind("account", account)
                .executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong("id"))
                .one();
        try (var batch = transaction.prepareBatch(
                "INSERT INTO steering.task_import_cell (import_id, row_number, field, cell) VALUES (?, ?, ?, ?)")) {
            rows.forEach((number, cells) -> cells.forEach((field, cell) -> batch.add(id, number, field, cell)));
            batch.execute();
        }
        return id;
    }

    /** The cells of a sheet by row and field. */
    public Map<Integer, Map<String, String>> cells(Handle handle, long id) {
        Map<Integer, Map<String, String>> rows = new TreeMap<>();
        handle.createQuery("SELECT row_number, field, cell FROM steering.task_import_cell WHERE import_id = ?")
                .bind(0, id)
                .map((row, context) -> rows.computeIfAbsent(row.getInt("row_number"), number -> new HashMap<>())
                        .put(row.getString("field"), row.getString("cell")))
                .list();
        return rows;
    }

    /** Takes a sheet from one state to the next; false when it is not in that state. */
    public boolean move(Handle transaction, long id, State from, State to) {
        return transaction.execute(
                        "UPDATE steering.task_import SET state = ? WHERE id = ? AND state = ?",
                        to.name(),
                        id,
                        from.name())
                == 1;
    }

    public void made(Handle transaction, long id, long task) {
        transaction.execute("INSERT INTO steering.task_import_task (import_id, task_id) VALUES (?, ?)", id, task);
    }

    /** Ids of the tasks that were given from a sheet. */
    public List<Long> tasks(Handle handle, long id) {
        return handle.createQuery("SELECT task_id FROM steering.task_import_task WHERE import_id = ? ORDER BY task_id")
                .bind(0, id)
                .mapTo(Long.class)
                .list();
    }

    private static TaskImport one(ResultSet row) throws SQLException {
        return new TaskImport(
                row.getLong("id"),
                row.getString("agency_code"),
                row.getString("file_name"),
                State.valueOf(row.getString("state")),
                row.getObject("tried_at", LocalDateTime.class),
                row.getString("account"));
    }
}
