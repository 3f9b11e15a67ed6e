package vn.kientao.reform.procedures.store.dossier;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.time.DeadlineTerms;

/** Reads when the clocks of dossiers stood still since they began. */
final class DossierPauses {
    private static final String ENDED = """
            SELECT p.dossier_id, p.paused_from, p.paused_to
              FROM procedures.dossier_pause p
              JOIN procedures.dossier d ON d.id = p.dossier_id
             WHERE p.dossier_id IN (<ids>)
               AND p.paused_to IS NOT NULL
               AND p.paused_from >= COALESCE(d.clock_from, d.received_at)
             ORDER BY p.dossier_id, p.number
            """;

    /** The pauses that have ended, under the ids of the dossiers that have any. */
    Map<Long, List<DeadlineTerms.Pause>> of(Handle handle, Collection<Long> ids) {
        Map<Long, List<DeadlineTerms.Pause>> pauses = new HashMap<>();
        if (ids.isEmpty()) {
            return pauses;
        }
        handle.createQuery(ENDED)
                .bindList("ids", List.copyOf(ids))
                .map((row, context) -> pauses.computeIfAbsent(row.getLong("dossier_id"), id -> new ArrayList<>())
                        .add(new DeadlineTerms.Pause(
                                row.getObject("paused_from", LocalDateTime.class),
                                row.getObject("paused_to", LocalDateTime.class))))
                .list();
        return pauses;
    }
}
