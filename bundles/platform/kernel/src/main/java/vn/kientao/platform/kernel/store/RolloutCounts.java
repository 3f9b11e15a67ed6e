package vn.kientao.platform.kernel.store;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Counts rollouts by how they ended. */
public final class RolloutCounts {
    private static final String ENDED = """
            SELECT kind, step, COUNT(1) AS rollouts
              FROM kernel.rollout
             WHERE ended_at IS NOT NULL
             GROUP BY kind, step
             ORDER BY kind, step
            """;

    public List<Count> ended(Handle h) {
        return h.createQuery(ENDED)
                .map((rs, context) -> new Count(rs.getString("kind"), rs.getString("step"), rs.getLong("rollouts")))
                .list();
    }

    /** So many of one kind ended at one step. */
    public record Count(String kind, String end, long rollouts) {}
}
