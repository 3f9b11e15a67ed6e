package vn.kientao.reform.procedures.domain.workflow;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A version of an agency's internal procedure (quy trình nội bộ) for settling dossiers of one administrative procedure. The
 * first step is where a dossier begins that the desk passes on.
 *
 * @param id 0 before it is kept
 * @param version counts the changes, from 1
 * @param procedure national code of the administrative procedure
 * @param number of the version, from 1
 */
public record Workflow(
        long id,
        long version,
        String agency,
        String procedure,
        int number,
        String name,
        State state,
        List<WorkflowStep> steps,
        LocalDateTime changedAt,
        String changedBy) {

    /** What a version is good for. */
    public enum State {
        /** Dự thảo. */
        DRAFT,
        /** Đang áp dụng. */
        IN_FORCE,
        /** Đã thay thế: dossiers that began under it go on under it. */
        REPLACED;

        /** The text key of its name. */
        public String textKey() {
            return "workflow.state." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Workflow {
        requireNonNull(agency, "agency");
        requireNonNull(procedure, "procedure");
        requireNonNull(name, "name");
        requireNonNull(state, "state");
        steps = List.copyOf(steps);
        requireNonNull(changedAt, "changedAt");
        requireNonNull(changedBy, "changedBy");
    }

    public Optional<WorkflowStep> step(String key) {
        return steps.stream().filter(step -> step.key().equals(key)).findFirst();
    }

    /** Where a dossier begins. */
    public Optional<WorkflowStep> first() {
        return steps.stream().findFirst();
    }

    /** The steps that may follow a step. */
    public List<WorkflowStep> after(String key) {
        return step(key).stream()
                .flatMap(step -> step.next().stream())
                .flatMap(next -> step(next).stream())
                .toList();
    }
}
