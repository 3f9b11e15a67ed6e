package vn.kientao.reform.procedures.store.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.reform.procedures.domain.workflow.Workflow;
import vn.kientao.reform.procedures.domain.workflow.WorkflowStep;

/** Keeps internal procedures with their steps. */
public final class Workflows {
    private static final int MOST = 500;
    private static final String COLUMNS =
            "id, version, agency_code, procedure_code, number, name, state, changed_at, changed_by";
    private static final String INSERT = """
            INSERT INTO procedures.workflow (
                   version, agency_code, procedure_code, number, name, state, changed_at, changed_by)
            VALUES (1, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String LAST_NUMBER = """
            SELECT COALESCE(MAX(number), 0) AS last_number
              FROM procedures.workflow
             WHERE agency_code = ? AND procedure_code = ?
            """;
    private static final String CHANGE = """
            UPDATE procedures.workflow
               SET version = version + 1, name = ?, state = ?, changed_at = ?, changed_by = ?
             WHERE id = ? AND version = ?
            """;
    private static final String REPLACE = """
            UPDATE procedures.workflow
               SET version = version + 1, state = 'REPLACED', changed_at = ?, changed_by = ?
             WHERE agency_code = ? AND procedure_code = ? AND state = 'IN_FORCE'
            """;
    private static final String REMOVE_STEPS = """
            DELETE FROM procedures.workflow_step
             WHERE workflow_id = ?
            """;
    private static final String INSERT_STEP = """
            INSERT INTO procedures.workflow_step (
                   workflow_id, place, step_key, name, role, room, time_amount, time_unit, next_steps, escalate_to,
                   assignee, assignee_name)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String BY_ID = "SELECT " + COLUMNS + " FROM procedures.workflow WHERE id = ?";
    private static final String IN_FORCE = "SELECT " + COLUMNS
            + " FROM procedures.workflow WHERE agency_code = ? AND procedure_code = ? AND state = 'IN_FORCE'";
    private static final String OF_AGENCY = "SELECT " + COLUMNS
            + " FROM procedures.workflow WHERE agency_code = ? ORDER BY agency_code, procedure_code, number DESC"
            + " FETCH FIRST ? ROWS ONLY";
    private static final String STEPS = """
            SELECT step_key, name, role, room, time_amount, time_unit, next_steps, escalate_to, assignee, assignee_name
              FROM procedures.workflow_step
             WHERE workflow_id = ?
             ORDER BY workflow_id, place
            """;

    /** Keeps a new version under the next number and returns its id. */
    public long insert(Handle transaction, Workflow workflow) {
        int last = transaction
                .createQuery(LAST_NUMBER)
                .bind(0, workflow.agency())
                .bind(1, workflow.procedure())
                .map((row, context) -> row.getInt("last_number"))
                .one();
        long id = transaction
                .createUpdate(INSERT)
                .bind(0, workflow.agency())
                .bind(1, workflow.procedure())
                .bind(2, last + 1)
                .bind(3, workflow.name())
                .bind(4, workflow.state().name())
                .bind(5, workflow.changedAt())
                .bind(6, workflow.changedBy())
                .executeAndReturnGeneratedKeys("id")
                .map((row, context) -> row.getLong("id"))
                .one();
        insertSteps(transaction, id, workflow.steps());
        return id;
    }

    /** Returns false, and changes nothing, when it is no longer at its version. */
    public boolean change(Handle transaction, Workflow workflow) {
        int changed = transaction.execute(
                CHANGE,
                workflow.name(),
                workflow.state().name(),
                workflow.changedAt(),
                workflow.changedBy(),
                workflow.id(),
                workflow.version());
        if (changed == 1) {
            transaction.execute(REMOVE_STEPS, workflow.id());
            insertSteps(transaction, workflow.id(), workflow.steps());
        }
        return changed == 1;
    }

    /** Takes the version that is in force out of it. */
    public void replace(Handle transaction, String agency, String procedure, LocalDateTime at, String by) {
        transaction.execute(REPLACE, at, by, agency, procedure);
    }

    public Optional<Workflow> find(Handle handle, long id) {
        return handle.createQuery(BY_ID)
                .bind(0, id)
                .map((row, context) -> workflow(row, steps(handle, row.getLong("id"))))
                .findOne();
    }

    public Optional<Workflow> inForce(Handle handle, String agency, String procedure) {
        return handle.createQuery(IN_FORCE)
                .bind(0, agency)
                .bind(1, procedure)
                .map((row, context) -> workflow(row, steps(handle, row.getLong("id"))))
                .findFirst();
    }

    /** All versions of an agency, without their steps. */
    public List<Workflow> of(Handle handle, String agency) {
        return handle.createQuery(OF_AGENCY)
                .bind(0, agency)
                .bind(1, MOST)
                .map((row, context) -> workflow(row, List.of()))
                .list();
    }

    private static void insertSteps(Handle transaction, long id, List<WorkflowStep> steps) {
        for (int place = 0; place < steps.size(); place++) {
            WorkflowStep step = steps.get(place);
            transaction.execute(
                    INSERT_STEP,
                    id,
                    place + 1,
                    step.key(),
                    step.name(),
                    step.role().name(),
                    step.room(),
                    step.time().map(TimeLimit::amount).orElse(null),
                    step.time().map(limit -> limit.unit().name()).orElse(null),
                    String.join(",", step.next()),
                    step.escalateTo(),
                    step.person().map(WorkflowStep.Person::account).orElse(""),
                    step.person().map(WorkflowStep.Person::name).orElse(""));
        }
    }

    private static List<WorkflowStep> steps(Handle handle, long id) {
        return handle.createQuery(STEPS)
                .bind(0, id)
                .map((row, context) -> step(row))
                .list();
    }

    private static WorkflowStep step(ResultSet row) throws SQLException {
        String unit = row.getString("time_unit");
        String next = row.getString("next_steps");
        String name = row.getString("assignee_name");
        return new WorkflowStep(
                row.getString("step_key"),
                row.getString("name"),
                WorkflowStep.Role.valueOf(row.getString("role")),
                row.getString("room"),
                unit == null
                        ? Optional.empty()
                        : Optional.of(new TimeLimit(row.getInt("time_amount"), TimeLimit.Unit.valueOf(unit))),
                next.isEmpty() ? List.of() : Arrays.asList(next.split(",")),
                row.getString("escalate_to"),
                Optional.of(row.getString("assignee"))
                        .filter(account -> !account.isEmpty())
                        .map(account -> new WorkflowStep.Person(account, name)));
    }

    private static Workflow workflow(ResultSet row, List<WorkflowStep> steps) throws SQLException {
        return new Workflow(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("agency_code"),
                row.getString("procedure_code"),
                row.getInt("number"),
                row.getString("name"),
                Workflow.State.valueOf(row.getString("state")),
                steps,
                row.getObject("changed_at", LocalDateTime.class),
                row.getString("changed_by"));
    }
}
