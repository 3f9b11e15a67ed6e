package vn.kientao.reform.steering.store;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.Happening;

/**
 * Reads and writes what was done to records of a kind.
 *
 * @param <A> the actions, kept by their names
 */
public final class Happenings<A> {
    private final String of;
    private final String add;
    private final Function<String, A> action;

    /**
     * @param table with the schema
     * @param owner the column that names the record
     * @param action from its name
     */
    public Happenings(String table, String owner, Function<String, A> action) {
        of = "SELECT at, action, agency, account, note FROM " + table + " WHERE " + owner + " = ? ORDER BY id";
        add = "INSERT INTO " + table + " (" + owner + ", at, action, agency, account, note) VALUES (?, ?, ?, ?, ?, ?)";
        this.action = action;
    }

    /** What was done to a record, oldest first. */
    public List<Happening<A>> of(Handle handle, long record) {
        return handle.createQuery(of)
                .bind(0, record)
                .map((row, context) -> new Happening<>(
                        row.getObject("at", LocalDateTime.class),
                        action.apply(row.getString("action")),
                        row.getString("agency"),
                        row.getString("account"),
                        row.getString("note")))
                .list();
    }

    public void add(Handle transaction, long record, Happening<A> one) {
        transaction.execute(add, record, one.at(), one.action().toString(), one.agency(), one.account(), one.note());
    }
}
