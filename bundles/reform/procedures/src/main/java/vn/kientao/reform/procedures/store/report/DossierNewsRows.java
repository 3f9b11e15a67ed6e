package vn.kientao.reform.procedures.store.report;

import java.time.LocalDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;

/** What happened to dossiers and others have yet to be told. */
public final class DossierNewsRows {
    private static final String ADD = """
            INSERT INTO procedures.dossier_news (dossier_id, status, happened)
            VALUES (?, ?, ?)
            """;
    private static final String NEXT = """
            SELECT n.id, d.id AS dossier_id, d.agency_code, d.code, d.due_at, n.status, n.happened
              FROM (SELECT id, dossier_id, status, happened
                      FROM procedures.dossier_news
                     ORDER BY id
                     FETCH FIRST ? ROWS ONLY) AS n
              JOIN procedures.dossier d ON d.id = n.dossier_id
             ORDER BY n.id
            """;
    private static final String TAKE = "DELETE FROM procedures.dossier_news WHERE id = ?";
    private static final String OVERDUE = """
            SELECT 0 AS id, d.id AS dossier_id, d.agency_code, d.code, d.due_at, d.status, d.due_at AS happened
              FROM procedures.dossier d
             WHERE d.running = TRUE AND d.due_at >= :since AND d.due_at < :now
               AND d.status IN (2, 4)
               AND NOT EXISTS (SELECT 1 FROM procedures.dossier_overdue_told t
                                WHERE t.dossier_id = d.id AND t.due_at = d.due_at)
             ORDER BY d.running, d.due_at
             FETCH FIRST :size ROWS ONLY
            """;
    private static final String TOLD = """
            INSERT INTO procedures.dossier_overdue_told (dossier_id, due_at)
            VALUES (?, ?)
            """;

    void add(Handle transaction, long dossier, DossierStatus status, LocalDateTime at) {
        transaction.execute(ADD, dossier, status.number(), at);
    }

    /** The oldest news. */
    public List<News> next(Handle handle, int size) {
        return handle.createQuery(NEXT)
                .bind(0, size)
                .map((row, context) -> new News(
                        row.getLong("id"),
                        row.getLong("dossier_id"),
                        row.getString("agency_code"),
                        row.getString("code"),
                        row.getObject("due_at", LocalDateTime.class),
                        DossierStatus.of(row.getInt("status")),
                        row.getObject("happened", LocalDateTime.class)))
                .list();
    }

    public void take(Handle transaction, News news) {
        transaction.execute(TAKE, news.id());
    }

    /** Dossiers in process whose due date passed between the two moments and of which nobody has been told. */
    public List<News> overdue(Handle handle, LocalDateTime since, LocalDateTime now, int size) {
        return handle.createQuery(OVERDUE)
                .bind("since", since)
                .bind("now", now)
                .bind("size", size)
                .map((row, context) -> new News(
                        0,
                        row.getLong("dossier_id"),
                        row.getString("agency_code"),
                        row.getString("code"),
                        row.getObject("due_at", LocalDateTime.class),
                        DossierStatus.of(row.getInt("status")),
                        row.getObject("happened", LocalDateTime.class)))
                .list();
    }

    public void toldOverdue(Handle transaction, News news) {
        transaction.execute(TOLD, news.dossier(), news.due());
    }

    /** Something that happened to a dossier. */
    public record News(
            long id,
            long dossier,
            String agency,
            String code,
            LocalDateTime due,
            DossierStatus status,
            LocalDateTime at) {}
}
