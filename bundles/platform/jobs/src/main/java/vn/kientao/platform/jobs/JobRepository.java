package vn.kientao.platform.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.jobs.JobStatus;
import vn.kientao.platform.api.jobs.JobStatus.State;
import vn.kientao.platform.api.text.LocalText;

/** Reads and writes {@code jobs.job} and hands jobs to the scheduler's table. */
final class JobRepository {
    /** The scheduler's name for what runs a job. */
    static final String TASK = "job";

    /** RECEIVING: its file is still arriving; nobody sees it. */
    private static final String INSERT = """
            INSERT INTO jobs.job (type, payload, agency, account, state, done, total, doing_vi, doing_en, submitted_at)
            VALUES (?, ?, ?, ?, 'RECEIVING', 0, 0, ?, ?, ?)
            """;

    private static final String READY = """
            UPDATE jobs.job
               SET state = 'WAITING'
             WHERE id = ? AND state = 'RECEIVING'
            """;
    private static final String SCHEDULE = """
            INSERT INTO jobs.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
            VALUES ('job', ?, ?, FALSE, 1)
            """;
    private static final String STATUS = """
            SELECT id, type, state, agency, account, done, total, doing_vi, doing_en,
                   result, reason_vi, reason_en, submitted_at, ended_at
              FROM jobs.job
            """;
    private static final String FIND = STATUS + " WHERE id = ? AND state <> 'RECEIVING'";
    private static final String NEWEST = STATUS + """
             WHERE type = ? AND state <> 'RECEIVING'
             ORDER BY type DESC, id DESC
             FETCH FIRST ? ROWS ONLY
            """;
    private static final String ROW = """
            SELECT id, type, payload, agency, account, state, doing_vi
              FROM jobs.job
             WHERE id = ? AND state <> 'RECEIVING'
            """;
    private static final String MOVE = """
            UPDATE jobs.job
               SET state = ?, done = 0, total = 0, doing_vi = ?, doing_en = ?
             WHERE id = ? AND ended_at IS NULL
            """;
    private static final String PROGRESS = """
            UPDATE jobs.job
               SET done = ?, total = ?, doing_vi = ?, doing_en = ?
             WHERE id = ? AND state = 'RUNNING'
            """;
    private static final String END = """
            UPDATE jobs.job
               SET state = ?, result = ?, reason_vi = ?, reason_en = ?, doing_vi = ?, doing_en = ?, ended_at = ?,
                   done = CASE WHEN ? = 'SUCCEEDED' THEN total ELSE done END
             WHERE id = ? AND ended_at IS NULL
            """;
    private static final String RELEASE = """
            UPDATE jobs.scheduled_tasks
               SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL, execution_time = ?, version = version + 1
             WHERE picked = TRUE AND picked_by = ?
            """;
    private static final String OLD = """
            SELECT id
              FROM jobs.job
             WHERE ended_at < ? OR (state = 'RECEIVING' AND submitted_at < ?)
             ORDER BY id
             FETCH FIRST ? ROWS ONLY
            """;

    /** Makes a job that is not visible yet. */
    long receive(
            Handle handle,
            String type,
            String payload,
            Optional<String> agency,
            String account,
            LocalText doing,
            Instant now) {
        return handle.createUpdate(INSERT)
                .bind(0, type)
                .bind(1, payload)
                .bind(2, agency.orElse(null))
                .bind(3, account)
                .bind(4, doing.vi())
                .bind(5, doing.en())
                .bind(6, now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    /** Makes it visible and due. */
    void ready(Handle handle, long id, Instant now) {
        handle.execute(READY, id);
        handle.createUpdate(SCHEDULE).bind(0, Long.toString(id)).bind(1, now).execute();
    }

    Optional<JobStatus> find(Handle handle, long id) {
        return handle.createQuery(FIND).bind(0, id).map(JobRepository::status).findOne();
    }

    List<JobStatus> newest(Handle handle, String type, int limit) {
        return handle.createQuery(NEWEST)
                .bind(0, type)
                .bind(1, limit)
                .map(JobRepository::status)
                .list();
    }

    Optional<JobRow> row(Handle handle, long id) {
        return handle.createQuery(ROW)
                .bind(0, id)
                .map((row, context) -> new JobRow(
                        row.getLong("id"),
                        row.getString("type"),
                        row.getString("payload"),
                        Optional.ofNullable(row.getString("agency")),
                        row.getString("account"),
                        State.valueOf(row.getString("state")),
                        row.getString("doing_vi")))
                .findOne();
    }

    /** Sets a job that has not ended back to its beginning in this state. */
    void move(Handle handle, long id, State state, LocalText doing) {
        handle.execute(MOVE, state.name(), doing.vi(), doing.en(), id);
    }

    void progress(Handle handle, long id, long done, long total, LocalText doing) {
        handle.execute(PROGRESS, done, total, doing.vi(), doing.en(), id);
    }

    /** Ends a job that has not ended; the first end stands. */
    void end(Handle handle, long id, State state, Outcome outcome, Instant now) {
        handle.createUpdate(END)
                .bind(0, state.name())
                .bind(1, outcome.result())
                .bind(2, outcome.reason() == null ? null : outcome.reason().vi())
                .bind(3, outcome.reason() == null ? null : outcome.reason().en())
                .bind(4, outcome.doing().vi())
                .bind(5, outcome.doing().en())
                .bind(6, now)
                .bind(7, state.name())
                .bind(8, id)
                .execute();
    }

    /** Makes everything due again that this node had picked in an earlier life. */
    int release(Handle handle, String node, Instant now) {
        return handle.createUpdate(RELEASE).bind(0, now).bind(1, node).execute();
    }

    /** Deletes up to {@code limit} jobs that ended, or began to arrive and did not finish, before then. */
    int deleteOld(Handle handle, Instant before, int limit) {
        List<Long> ids = handle.createQuery(OLD)
                .bind(0, before)
                .bind(1, before)
                .bind(2, limit)
                .mapTo(Long.class)
                .list();
        for (Long id : ids) {
            handle.execute("DELETE FROM jobs.job_file WHERE job_id = ?", id);
            handle.execute("DELETE FROM jobs.job WHERE id = ?", id);
        }
        return ids.size();
    }

    /** How a job ended. */
    record Outcome(@Nullable String result, @Nullable LocalText reason, LocalText doing) {}

    private static JobStatus status(ResultSet row, StatementContext context) throws SQLException {
        String reason = row.getString("reason_vi");
        return new JobStatus(
                row.getLong("id"),
                row.getString("type"),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("agency")),
                row.getString("account"),
                row.getLong("done"),
                row.getLong("total"),
                new LocalText(row.getString("doing_vi"), row.getString("doing_en")),
                Optional.ofNullable(row.getString("result")),
                reason == null ? Optional.empty() : Optional.of(new LocalText(reason, row.getString("reason_en"))),
                row.getObject("submitted_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
