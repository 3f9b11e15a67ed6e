package vn.kientao.reform.procedures.store.workflow;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Dossiers whose step is late and of which nobody has been told, and that they have been. */
public final class LateSteps {
    private static final String LATE = """
            SELECT d.id, d.agency_code, d.code, d.step_key, d.step_due_at, d.assignee, s.name, s.escalate_to
              FROM procedures.dossier d
              JOIN procedures.workflow_step s ON s.workflow_id = d.workflow_id AND s.step_key = d.step_key
             WHERE d.running = TRUE AND d.step_due_at >= :since AND d.step_due_at < :now
               AND d.paused = FALSE AND d.status = 4
               AND NOT EXISTS (SELECT 1 FROM procedures.dossier_escalation e
                                WHERE e.dossier_id = d.id AND e.step_key = d.step_key
                                  AND e.step_due_at = d.step_due_at)
             ORDER BY d.running, d.step_due_at
             FETCH FIRST :most ROWS ONLY
            """;
    private static final String STILL = """
            SELECT d.id
              FROM procedures.dossier d
             WHERE d.id = :id AND d.step_key = :step AND d.step_due_at = :due AND d.paused = FALSE
               AND NOT EXISTS (SELECT 1 FROM procedures.dossier_escalation e
                                WHERE e.dossier_id = d.id AND e.step_key = d.step_key
                                  AND e.step_due_at = d.step_due_at)
               FOR UPDATE
            """;
    private static final String TOLD = """
            INSERT INTO procedures.dossier_escalation (dossier_id, step_key, step_due_at, told_at)
            VALUES (?, ?, ?, ?)
            """;

    /**
     * A step that is late.
     *
     * @param name of the step
     * @param assignee account of who has the dossier on the desk
     * @param escalateTo account of whom the internal procedure names; may be empty, or words of before there were accounts
     */
    public record Late(
            long dossier,
            String agency,
            String code,
            String step,
            LocalDateTime due,
            Optional<String> assignee,
            String name,
            String escalateTo) {}

    /** Those that became late between the two moments, the longest first. */
    public List<Late> late(Handle handle, LocalDateTime since, LocalDateTime now, int most) {
        return handle.createQuery(LATE)
                .bind("since", since)
                .bind("now", now)
                .bind("most", most)
                .map((row, context) -> new Late(
                        row.getLong("id"),
                        row.getString("agency_code"),
                        row.getString("code"),
                        row.getString("step_key"),
                        row.getObject("step_due_at", LocalDateTime.class),
                        Optional.ofNullable(row.getString("assignee")),
                        row.getString("name"),
                        row.getString("escalate_to")))
                .list();
    }

    /** Notes that it is told now; false when it no longer is late or somebody else has told it. Holds the dossier. */
    public boolean take(Handle transaction, Late late, LocalDateTime now) {
        boolean still = transaction
                .createQuery(STILL)
                .bind("id", late.dossier())
                .bind("step", late.step())
                .bind("due", late.due())
                .map((row, context) -> row.getLong("id"))
                .findOne()
                .isPresent();
        if (still) {
            transaction.execute(TOLD, late.dossier(), late.step(), late.due(), now);
        }
        return still;
    }
}
