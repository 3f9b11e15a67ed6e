package vn.kientao.reform.procedures.store.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.procedures.domain.bulk.BulkRow;
import vn.kientao.reform.procedures.domain.bulk.BulkRun;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;

/** Reads and writes {@code procedures.bulk_run} and its rows. */
public final class BulkRuns {
    private static final String INSERT = """
            INSERT INTO procedures.bulk_run (agency_code, account, once_key, action, done_at, request_id)
            VALUES (:agency, :account, :once, :action, :at, :request)
            """;
    private static final String INSERT_ROW = """
            INSERT INTO procedures.bulk_row (run_id, place, dossier_code, outcome, why_vi, why_en)
            VALUES (:run, :place, :code, :outcome, :vi, :en)
            """;
    private static final String RUN = """
            SELECT id, account, action, done_at, request_id
              FROM procedures.bulk_run
             WHERE agency_code = :agency
            """;
    private static final String ROWS = """
            SELECT dossier_code, outcome, why_vi, why_en
              FROM procedures.bulk_row
             WHERE run_id = ?
             ORDER BY place
            """;
    private static final String FORGET_ROWS = """
            DELETE FROM procedures.bulk_row
             WHERE run_id IN (SELECT id FROM procedures.bulk_run WHERE agency_code = :agency AND done_at < :before)
            """;
    private static final String FORGET = """
            DELETE FROM procedures.bulk_run
             WHERE agency_code = :agency AND done_at < :before
            """;

    /** Keeps it; returns its id. */
    public long add(Handle handle, String agency, Optional<String> onceKey, BulkRun run) {
        long id = handle.createUpdate(INSERT)
                .bind("agency", agency)
                .bind("account", run.account())
                .bind("once", onceKey.orElse(null))
                .bind("action", run.action().name())
                .bind("at", run.at())
                .bind("request", run.requestId())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        PreparedBatch batch = handle.prepareBatch(INSERT_ROW);
        int place = 0;
        for (BulkRow row : run.rows()) {
            place++;
            batch.bind("run", id)
                    .bind("place", place)
                    .bind("code", row.code())
                    .bind("outcome", row.outcome().name())
                    .bind("vi", row.why().vi())
                    .bind("en", row.why().en())
                    .add();
        }
        batch.execute();
        return id;
    }

    public Optional<BulkRun> find(Handle handle, String agency, long id) {
        return run(
                handle,
                handle.createQuery(RUN + " AND id = :id").bind("agency", agency).bind("id", id));
    }

    /** The one that was made with this key. */
    public Optional<BulkRun> byOnceKey(Handle handle, String agency, String onceKey) {
        return run(
                handle,
                handle.createQuery(RUN + " AND once_key = :once")
                        .bind("agency", agency)
                        .bind("once", onceKey));
    }

    /** Drops the results of what the agency did before that moment. */
    public void forget(Handle handle, String agency, LocalDateTime before) {
        for (String sql : List.of(FORGET_ROWS, FORGET)) {
            handle.createUpdate(sql)
                    .bind("agency", agency)
                    .bind("before", before)
                    .execute();
        }
    }

    private static Optional<BulkRun> run(Handle handle, Query query) {
        return query.map((row, context) -> run(handle, row)).findOne();
    }

    private static BulkRun run(Handle handle, ResultSet row) throws SQLException {
        long id = row.getLong("id");
        List<BulkRow> rows = handle.createQuery(ROWS)
                .bind(0, id)
                .map((line, context) -> new BulkRow(
                        line.getString("dossier_code"),
                        BulkRow.Outcome.valueOf(line.getString("outcome")),
                        new LocalText(line.getString("why_vi"), line.getString("why_en"))))
                .list();
        return new BulkRun(
                id,
                row.getString("account"),
                DossierAction.valueOf(row.getString("action")),
                row.getObject("done_at", LocalDateTime.class),
                row.getString("request_id"),
                rows);
    }
}
