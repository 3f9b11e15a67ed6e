package vn.kientao.reform.procedures.web.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.reform.procedures.domain.workflow.Workflow;
import vn.kientao.reform.procedures.domain.workflow.WorkflowStep;

/**
 * A version of an internal procedure.
 *
 * @param procedure national code of the administrative procedure
 * @param state {@code draft}, {@code in-force} or {@code replaced}; not read
 * @param steps in order; the first one is where a dossier begins
 */
public record WorkflowJson(
        @Nullable Long id,
        @Nullable Long version,
        @Nullable String procedure,
        @Nullable Integer number,
        @Nullable String name,
        @Nullable String state,
        @Nullable List<Step> steps) {

    /**
     * A step.
     *
     * @param role {@code desk}, {@code handler} or {@code signer}
     * @param amount how long it may take; left out when nothing is said
     * @param unit {@code WORKING_HOUR}, {@code WORKING_DAY} or {@code CALENDAR_DAY}
     * @param next keys of the steps that may follow; none after the last
     * @param assignee account of who takes it unless somebody else is named
     * @param escalateTo account of who is to be told when it is late, beside the head
     */
    public record Step(
            @Nullable String key,
            @Nullable String name,
            @Nullable String role,
            @Nullable String room,
            @Nullable Integer amount,
            @Nullable String unit,
            @Nullable List<String> next,
            @Nullable String assignee,
            @Nullable String escalateTo) {

        static Step of(WorkflowStep step) {
            return new Step(
                    step.key(),
                    step.name(),
                    step.role().word(),
                    step.room(),
                    step.time().map(TimeLimit::amount).orElse(null),
                    step.time().map(limit -> limit.unit().name()).orElse(null),
                    step.next(),
                    step.person().map(WorkflowStep.Person::account).orElse(null),
                    step.escalateTo());
        }
    }

    /** All versions, newest first under each procedure, without their steps. */
    public record Listing(List<WorkflowJson> items) {
        public Listing {
            items = List.copyOf(items);
        }
    }

    static WorkflowJson of(Workflow workflow) {
        return new WorkflowJson(
                workflow.id(),
                workflow.version(),
                workflow.procedure(),
                workflow.number(),
                workflow.name(),
                workflow.state().textKey().replace("workflow.state.", ""),
                workflow.steps().stream().map(Step::of).toList());
    }

    /** The values under the names of the form's fields. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "procedure", procedure);
        put(values, "name", name);
        List<Step> given = steps == null ? List.of() : steps;
        for (int row = 1; row <= given.size(); row++) {
            Step step = given.get(row - 1);
            put(values, "key" + row, step.key());
            put(values, "title" + row, step.name());
            put(values, "role" + row, step.role());
            put(values, "room" + row, step.room());
            put(values, "amount" + row, step.amount());
            put(values, "unit" + row, step.unit());
            put(values, "next" + row, step.next() == null ? null : String.join(",", step.next()));
            put(values, "assignee" + row, step.assignee());
            put(values, "escalate" + row, step.escalateTo());
        }
        return values;
    }

    /** How many steps were sent. */
    int size() {
        return steps == null ? 0 : steps.size();
    }

    private static void put(Map<String, String> values, String field, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            values.put(field, value.toString().strip());
        }
    }
}
