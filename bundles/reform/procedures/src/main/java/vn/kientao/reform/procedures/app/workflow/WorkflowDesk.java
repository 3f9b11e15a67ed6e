package vn.kientao.reform.procedures.app.workflow;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.procedures.app.dossier.Doer;
import vn.kientao.reform.procedures.domain.workflow.Workflow;
import vn.kientao.reform.procedures.domain.workflow.WorkflowFault;
import vn.kientao.reform.procedures.domain.workflow.WorkflowStep;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.workflow.Workflows;

/** Drafts internal procedures of an agency, checks them and puts them in force. What is in force is never changed. */
@Component(service = WorkflowDesk.class)
public final class WorkflowDesk {
    private final Database database;
    private final AuditTrail audit;
    private final Workflows workflows = new Workflows();

    @Activate
    public WorkflowDesk(@Reference Database database, @Reference AuditTrail audit, @Reference ProcedureTables tables) {
        this.database = database;
        this.audit = audit;
    }

    /** All versions of an agency, newest first under each procedure, without their steps. */
    public List<Workflow> of(String agency) {
        return database.read(handle -> workflows.of(handle, agency));
    }

    public Optional<Workflow> find(String agency, long id) {
        return database.read(handle -> workflows.find(handle, id))
                .filter(workflow -> workflow.agency().equals(agency));
    }

    public Optional<Workflow> inForce(String agency, String procedure) {
        return database.read(handle -> workflows.inForce(handle, agency, procedure));
    }

    /** Keeps a draft under the next number of its procedure and returns its id. */
    public long draft(String procedure, String name, List<WorkflowStep> steps, Doer doer) {
        Workflow draft = new Workflow(
                0, 0, doer.agency(), procedure, 0, name, Workflow.State.DRAFT, steps, doer.at(), doer.account());
        return database.write(transaction -> {
            long id = workflows.insert(transaction, draft);
            audit.record(transaction, doer.audit().entry("procedures.workflow-draft", "workflow", "" + id, ""));
            return id;
        });
    }

    /**
     * Changes a draft from the version that its author saw.
     *
     * @throws StaleRecordException when somebody else changed it, or it is no draft any more
     */
    public void change(Workflow seen, String name, List<WorkflowStep> steps, Doer doer) {
        keep(with(seen, name, Workflow.State.DRAFT, steps, doer), "procedures.workflow-change", doer);
    }

    /**
     * Puts a draft in force in place of the version before.
     *
     * @return what is wrong with it; nothing was changed then
     * @throws StaleRecordException when somebody else changed it, or it is no draft any more
     */
    public List<WorkflowFault> publish(Workflow seen, Doer doer) {
        List<WorkflowFault> faults = WorkflowFault.of(seen.steps());
        if (faults.isEmpty()) {
            keep(
                    with(seen, seen.name(), Workflow.State.IN_FORCE, seen.steps(), doer),
                    "procedures.workflow-publish",
                    doer);
        }
        return faults;
    }

    private void keep(Workflow next, String action, Doer doer) {
        database.write(transaction -> {
            boolean draft = workflows
                    .find(transaction, next.id())
                    .filter(present -> present.state() == Workflow.State.DRAFT)
                    .isPresent();
            if (draft && next.state() == Workflow.State.IN_FORCE) {
                workflows.replace(transaction, next.agency(), next.procedure(), doer.at(), doer.account());
            }
            if (!draft || !workflows.change(transaction, next)) {
                throw new StaleRecordException("workflow " + next.id(), next.version());
            }
            audit.record(transaction, doer.audit().entry(action, "workflow", "" + next.id(), ""));
            return true;
        });
    }

    private static Workflow with(
            Workflow seen, String name, Workflow.State state, List<WorkflowStep> steps, Doer doer) {
        return new Workflow(
                seen.id(),
                seen.version(),
                seen.agency(),
                seen.procedure(),
                seen.number(),
                name,
                state,
                steps,
                doer.at(),
                doer.account());
    }
}
