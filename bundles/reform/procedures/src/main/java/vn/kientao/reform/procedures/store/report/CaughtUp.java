package vn.kientao.reform.procedures.store.report;

import java.time.LocalDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** How far the dossiers from before {@code procedures.dossier_span} have been taken into it. */
public final class CaughtUp {
    private static final String DONE = """
            SELECT COUNT(*) AS marks
              FROM procedures.dossier_span_caught_up
            """;
    private static final String NEXT = """
            SELECT id
              FROM procedures.dossier
             WHERE id > ?
             ORDER BY id
             FETCH FIRST ? ROWS ONLY
            """;

    public boolean done(Handle handle) {
        return handle.createQuery(DONE)
                        .map((row, context) -> row.getInt("marks"))
                        .one()
                > 0;
    }

    /** The next dossiers after {@code after}. */
    public List<Long> next(Handle handle, long after, int size) {
        return handle.createQuery(NEXT)
                .bind(0, after)
                .bind(1, size)
                .map((row, context) -> row.getLong("id"))
                .list();
    }

    /** What ended long ago is no news. */
    public void forgetNews(Handle transaction, List<Long> dossiers) {
        transaction
                .createUpdate("DELETE FROM procedures.dossier_news WHERE dossier_id IN (<ids>)")
                .bindList("ids", dossiers)
                .execute();
    }

    public void mark(Handle transaction, LocalDateTime at) {
        transaction.execute("INSERT INTO procedures.dossier_span_caught_up (caught_up_at) VALUES (?)", at);
    }
}
