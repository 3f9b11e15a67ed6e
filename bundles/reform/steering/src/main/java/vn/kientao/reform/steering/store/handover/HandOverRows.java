package vn.kientao.reform.steering.store.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.handover.HandOverKind;
import vn.kientao.reform.steering.domain.handover.Move;
import vn.kientao.reform.steering.domain.handover.Run;
import vn.kientao.reform.steering.domain.task.Part;

/** Reads and writes {@code steering.handover_run} and {@code steering.handover_move}. */
public final class HandOverRows {
    private static final String RUNS = """
            SELECT id, kind, agency_code, ran_at, account, reason, moved, undone_at, undone
              FROM steering.handover_run
            """;
    private static final String BEGIN = """
            INSERT INTO steering.handover_run (kind, agency_code, ran_at, account, reason, moved, undone)
            VALUES (:kind, :agency, :at, :account, :reason, 0, 0)
            """;
    private static final String MOVES = """
            SELECT t.code, t.title, m.part, m.from_agency, m.to_agency, m.added, m.from_division, m.from_person,
                   m.from_account, m.to_account
              FROM steering.handover_move m
              JOIN steering.task t ON t.id = m.task_id
             WHERE m.run_id = ?
             ORDER BY m.task_id, m.part, m.from_agency
            """;
    private static final String ADD = """
            INSERT INTO steering.handover_move (
                   run_id, task_id, part, from_agency, to_agency, added, from_division, from_person, from_account,
                   to_account)
            VALUES (:run, :task, :part, :from, :to, :added, :division, :person, :account, :toAccount)
            """;
    private static final String UNDO = """
            UPDATE steering.handover_run
               SET undone_at = :at, undone_by = :account, undone = :undone
             WHERE id = :id AND undone_at IS NULL
            """;

    /** The newest runs of an agency. */
    public List<Run> runs(Handle handle, String agency, int most) {
        return handle.createQuery(RUNS + " WHERE agency_code = ? ORDER BY id DESC FETCH FIRST ? ROWS ONLY")
                .bind(0, agency)
                .bind(1, most)
                .map((row, context) -> run(row))
                .list();
    }

    public Optional<Run> find(Handle handle, String agency, long id) {
        return handle.createQuery(RUNS + " WHERE agency_code = ? AND id = ?")
                .bind(0, agency)
                .bind(1, id)
                .map((row, context) -> run(row))
                .findOne();
    }

    /** Begins a run and answers with its id. */
    public long begin(
            Handle transaction, HandOverKind kind, String agency, LocalDateTime at, String account, String reason) {
        return transaction
                .createUpdate(BEGIN)
                .bind("kind", kind.name())
                .bind("agency", agency)
                .bind("at", at)
                .bind("account", account)
                .bind("reason", reason)
                .executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong("id"))
                .one();
    }

    /** What went into other hands in a run. */
    public List<Move> moves(Handle handle, long run) {
        return handle.createQuery(MOVES)
                .bind(0, run)
                .map((row, context) -> new Move(
                        row.getString("code"),
                        row.getString("title"),
                        Part.valueOf(row.getString("part")),
                        row.getString("from_agency"),
                        row.getString("to_agency"),
                        row.getBoolean("added"),
                        row.getString("from_division"),
                        row.getString("from_person"),
                        Optional.ofNullable(row.getString("from_account")),
                        Optional.ofNullable(row.getString("to_account"))))
                .list();
    }

    public void add(Handle transaction, long run, long task, Move move) {
        transaction
                .createUpdate(ADD)
                .bind("run", run)
                .bind("task", task)
                .bind("part", move.part().name())
                .bind("from", move.from())
                .bind("to", move.to())
                .bind("added", move.added())
                .bind("division", move.division())
                .bind("person", move.person())
                .bind("account", move.account().orElse(null))
                .bind("toAccount", move.toAccount().orElse(null))
                .execute();
        transaction.execute("UPDATE steering.handover_run SET moved = moved + 1 WHERE id = ?", run);
    }

    /** Notes that a run was taken back; false when it was before. */
    public boolean undo(Handle transaction, long run, int undone, LocalDateTime at, String account) {
        return transaction
                        .createUpdate(UNDO)
                        .bind("at", at)
                        .bind("account", account)
                        .bind("undone", undone)
                        .bind("id", run)
                        .execute()
                == 1;
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getLong("id"),
                HandOverKind.valueOf(row.getString("kind")),
                row.getString("agency_code"),
                row.getObject("ran_at", LocalDateTime.class),
                row.getString("account"),
                row.getString("reason"),
                row.getInt("moved"),
                Optional.ofNullable(row.getObject("undone_at", LocalDateTime.class)),
                row.getInt("undone"));
    }
}
