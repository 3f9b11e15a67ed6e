package vn.kientao.reform.procedures.store.printing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.printing.PrintRun;

/** Reads and writes {@code procedures.print_run} and its parts. */
public final class PrintRuns {
    /** The table whose files {@code ImportFiles} keeps. */
    public static final String FILES_OF = "print_part";

    private static final String RUN = """
            SELECT id, agency_code, account, who, codes, parent, agency_name, site, asked_at, job_id
              FROM procedures.print_run
            """;
    private static final String INSERT = """
            INSERT INTO procedures.print_run (
                   agency_code, account, who, once_key, codes, receipts, parent, agency_name, site, asked_at, job_id)
            VALUES (:agency, :account, :who, :once, :codes, :receipts, :parent, :name, :site, :at, 0)
            """;

    /** Keeps what somebody asks for and returns its id. */
    public long add(Handle transaction, PrintRun run, Optional<String> once) {
        return transaction
                .createUpdate(INSERT)
                .bind("agency", run.agency())
                .bind("account", run.account())
                .bind("who", run.who())
                .bind("once", once.orElse(null))
                .bind("codes", String.join(" ", run.codes()))
                .bind("receipts", run.codes().size())
                .bind("parent", run.parent())
                .bind("name", run.agencyName())
                .bind("site", run.site())
                .bind("at", run.askedAt())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    public void printedBy(Handle transaction, long run, long job) {
        transaction.execute("UPDATE procedures.print_run SET job_id = ? WHERE id = ?", job, run);
    }

    public Optional<PrintRun> find(Handle handle, String agency, long id) {
        return handle.createQuery(RUN + " WHERE id = ? AND agency_code = ?")
                .bind(0, id)
                .bind(1, agency)
                .map((row, context) -> run(row, parts(handle, row.getLong("id"))))
                .findOne();
    }

    public Optional<PrintRun> byOnceKey(Handle handle, String agency, String once) {
        return handle.createQuery(RUN + " WHERE agency_code = ? AND once_key = ?")
                .bind(0, agency)
                .bind(1, once)
                .map((row, context) -> run(row, List.of()))
                .findOne();
    }

    /** A place for a part whose file is about to be kept; one that was begun before and not ended gives way. */
    public long begin(Handle transaction, long run, int part, int receipts) {
        String half = " IN (SELECT id FROM procedures.print_part WHERE run_id = ? AND part = ?)";
        transaction.execute("DELETE FROM procedures.print_part_file WHERE import_id" + half, run, part);
        transaction.execute("DELETE FROM procedures.print_part WHERE run_id = ? AND part = ?", run, part);
        return transaction
                .createUpdate("""
                        INSERT INTO procedures.print_part (run_id, part, receipts, whole)
                        VALUES (:run, :part, :receipts, FALSE)
                        """)
                .bind("run", run)
                .bind("part", part)
                .bind("receipts", receipts)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    /** The file of the part is there. */
    public void end(Handle transaction, long part) {
        transaction.execute("UPDATE procedures.print_part SET whole = TRUE WHERE id = ?", part);
    }

    /** Runs that were asked for before that moment, the oldest first. */
    public List<Long> before(Handle handle, LocalDateTime moment, int most) {
        return handle.createQuery("""
                        SELECT id
                          FROM procedures.print_run
                         WHERE asked_at < :before
                         ORDER BY asked_at
                         FETCH FIRST :most ROWS ONLY
                        """)
                .bind("before", moment)
                .bind("most", most)
                .mapTo(Long.class)
                .list();
    }

    /** Forgets a run with its files. */
    public void delete(Handle transaction, long run) {
        transaction.execute(
                "DELETE FROM procedures.print_part_file"
                        + " WHERE import_id IN (SELECT id FROM procedures.print_part WHERE run_id = ?)",
                run);
        transaction.execute("DELETE FROM procedures.print_part WHERE run_id = ?", run);
        transaction.execute("DELETE FROM procedures.print_run WHERE id = ?", run);
    }

    private static List<PrintRun.Part> parts(Handle handle, long run) {
        return handle.createQuery("""
                        SELECT id, part, receipts
                          FROM procedures.print_part
                         WHERE run_id = ? AND whole = TRUE
                         ORDER BY part
                        """)
                .bind(0, run)
                .map((row, context) -> new PrintRun.Part(row.getLong("id"), row.getInt("part"), row.getInt("receipts")))
                .list();
    }

    private static PrintRun run(ResultSet row, List<PrintRun.Part> parts) throws SQLException {
        return new PrintRun(
                row.getLong("id"),
                row.getString("agency_code"),
                row.getString("account"),
                row.getString("who"),
                List.of(row.getString("codes").split(" ", -1)),
                row.getString("parent"),
                row.getString("agency_name"),
                row.getString("site"),
                row.getObject("asked_at", LocalDateTime.class),
                row.getLong("job_id"),
                parts);
    }
}
