package vn.kientao.platform.kernel.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads and writes what people ask of the rollouts in {@code kernel.rollout} that have not ended. */
public final class OrderRepository {
    private static final String ORDERS = """
            SELECT paused, wish, wished_by, needs_approval, approved_by
              FROM kernel.rollout
             WHERE id = ?
            """;
    private static final String PAUSE = """
            UPDATE kernel.rollout
               SET paused = ?
             WHERE id = ? AND ended_at IS NULL
            """;
    private static final String WISH = """
            UPDATE kernel.rollout
               SET wish = ?, wished_by = ?
             WHERE id = ? AND ended_at IS NULL
            """;
    private static final String APPROVE = """
            UPDATE kernel.rollout
               SET approved_by = ?
             WHERE id = ? AND ended_at IS NULL
            """;

    /** What people have asked of it. */
    public Orders orders(Handle h, long id) {
        return h.createQuery(ORDERS)
                .bind(0, id)
                .map((rs, context) -> new Orders(
                        rs.getBoolean("paused"),
                        Optional.ofNullable(rs.getString("wish")).map(Wish::valueOf),
                        Optional.ofNullable(rs.getString("wished_by")),
                        rs.getBoolean("needs_approval"),
                        Optional.ofNullable(rs.getString("approved_by"))))
                .one();
    }

    public void pause(Handle h, long id, boolean paused) {
        h.execute(PAUSE, paused, id);
    }

    /** Leaves a wish for whoever runs the rollout. */
    public void wish(Handle h, long id, Wish wish, String by) {
        h.execute(WISH, wish.name(), by, id);
    }

    /** The wish was granted. */
    public void granted(Handle h, long id) {
        h.createUpdate(WISH)
                .bind(0, (String) null)
                .bind(1, (String) null)
                .bind(2, id)
                .execute();
    }

    public void approve(Handle h, long id, String by) {
        h.execute(APPROVE, by, id);
    }

    /** What a person can want of a rollout in its stages. */
    public enum Wish {
        /** The next stage now. */
        PROMOTE,
        /** Everything as before. */
        BACK
    }

    /** What people have asked of a rollout. */
    public record Orders(
            boolean paused,
            Optional<Wish> wish,
            Optional<String> wishedBy,
            boolean needsApproval,
            Optional<String> approvedBy) {}
}
