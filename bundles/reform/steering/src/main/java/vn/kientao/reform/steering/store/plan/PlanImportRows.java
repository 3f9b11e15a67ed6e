package vn.kientao.reform.steering.store.plan;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.kientao.reform.steering.domain.plan.PlanImport;

/** Reads and writes {@code steering.plan_import} and {@code steering.plan_import_cell}. */
public final class PlanImportRows {
    private static final String ADD = """
            INSERT INTO steering.plan_import (plan_id, file_name, at, account, committed) VALUES (?, ?, ?, ?, FALSE)
            """;
    private static final String ADD_CELL = """
            INSERT INTO steering.plan_import_cell (import_id, row_number, field, cell)
            VALUES (:import, :row, :field, :cell)
            """;

    public Optional<PlanImport> find(Handle handle, long plan, long id) {
        return handle.createQuery("SELECT file_name, committed FROM steering.plan_import WHERE plan_id = ? AND id = ?")
                .bind(0, plan)
                .bind(1, id)
                .map((row, context) -> new PlanImport(
                        id, plan, row.getString("file_name"), row.getBoolean("committed"), cells(handle, id)))
                .findOne();
    }

    private static Map<Integer, Map<String, String>> cells(Handle handle, long id) {
        Map<Integer, Map<String, String>> rows = new TreeMap<>();
        handle.createQuery("SELECT row_number, field, cell FROM steering.plan_import_cell WHERE import_id = ?")
                .bind(0, id)
                .map((row, context) ->
                        List.of("" + row.getInt("row_number"), row.getString("field"), row.getString("cell")))
                .forEach(cell -> rows.computeIfAbsent(Integer.valueOf(cell.get(0)), any -> new LinkedHashMap<>())
                        .put(cell.get(1), cell.get(2)));
        return rows;
    }

    public long add(
            Handle transaction,
            long plan,
            String fileName,
            LocalDateTime at,
            String account,
            Map<Integer, Map<String, String>> rows) {
        long id = transaction
                .createUpdate(ADD)
                .bind(0, plan)
                .bind(1, fileName)
                .bind(2, at)
                .bind(3, account)
                .executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong("id"))
                .one();
        try (PreparedBatch batch = transaction.prepareBatch(ADD_CELL)) {
            rows.forEach((number, cells) -> cells.forEach((field, cell) -> batch.bind("import", id)
                    .bind("row", number)
                    .bind("field", field)
                    .bind("cell", cell)
                    .add()));
            batch.execute();
        }
        return id;
    }

    /** Marks an import as done; false when it was before. */
    public boolean commit(Handle transaction, long id) {
        return transaction.execute(
                        "UPDATE steering.plan_import SET committed = TRUE WHERE id = ? AND committed = FALSE", id)
                == 1;
    }
}
