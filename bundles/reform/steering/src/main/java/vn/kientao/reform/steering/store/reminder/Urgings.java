package vn.kientao.reform.steering.store.reminder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.reminder.Urging;

/** Reads and writes {@code steering.task_urging}. */
public final class Urgings {
    private static final String COLUMNS = """
            SELECT id, agency_code, number, symbol, issued_on, place, lead_agency, due, progress, answer_by, words,
                   capacity, signer, account
              FROM steering.task_urging
            """;
    private static final String ADD = """
            INSERT INTO steering.task_urging (
                   task_id, agency_code, number, symbol, issued_on, place, lead_agency, due, progress, answer_by, words,
                   capacity, signer, account)
            VALUES (:task, :agency, :number, :symbol, :issuedOn, :place, :lead, :due, :progress, :answerBy, :words,
                   :capacity, :signer, :account)
            """;

    /** Those about a task, oldest first. */
    public List<Urging> of(Handle handle, long task) {
        return handle.createQuery(COLUMNS + " WHERE task_id = ? ORDER BY id")
                .bind(0, task)
                .map((row, context) -> urging(row))
                .list();
    }

    /** The newest of an agency, whose words the next one repeats. */
    public Optional<Urging> last(Handle handle, String agency) {
        return handle.createQuery(COLUMNS + " WHERE agency_code = ? ORDER BY id DESC FETCH FIRST 1 ROW ONLY")
                .bind(0, agency)
                .map((row, context) -> urging(row))
                .findOne();
    }

    public void add(Handle transaction, long task, Urging urging) {
        transaction
                .createUpdate(ADD)
                .bind("task", task)
                .bind("agency", urging.agency())
                .bind("number", urging.number())
                .bind("symbol", urging.symbol())
                .bind("issuedOn", urging.issuedOn())
                .bind("place", urging.place())
                .bind("lead", urging.lead())
                .bind("due", urging.due())
                .bind("progress", urging.progress())
                .bind("answerBy", urging.answerBy())
                .bind("words", urging.words())
                .bind("capacity", urging.capacity())
                .bind("signer", urging.signer())
                .bind("account", urging.account())
                .execute();
    }

    private static Urging urging(ResultSet row) throws SQLException {
        return new Urging(
                row.getLong("id"),
                row.getString("agency_code"),
                row.getInt("number"),
                row.getString("symbol"),
                row.getObject("issued_on", LocalDate.class),
                row.getString("place"),
                row.getString("lead_agency"),
                row.getObject("due", LocalDate.class),
                row.getInt("progress"),
                row.getObject("answer_by", LocalDate.class),
                row.getString("words"),
                row.getString("capacity"),
                row.getString("signer"),
                row.getString("account"));
    }
}
