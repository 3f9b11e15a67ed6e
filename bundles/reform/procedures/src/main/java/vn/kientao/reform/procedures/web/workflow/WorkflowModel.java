package vn.kientao.reform.procedures.web.workflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem.FieldError;
import vn.kientao.reform.procedures.domain.workflow.Workflow;
import vn.kientao.reform.procedures.domain.workflow.WorkflowFault;
import vn.kientao.reform.procedures.domain.workflow.WorkflowStep;

/**
 * A version of an internal procedure on screen.
 *
 * @param workflow empty for one that is not kept yet
 * @param picture the flow as SVG; empty when there are no steps
 * @param faults why it cannot be put in force
 * @param people account → name of those who may take a step or be told, in order
 */
public record WorkflowModel(
        Page page,
        Optional<Workflow> workflow,
        Map<String, String> values,
        FormErrors errors,
        String picture,
        List<WorkflowFault> faults,
        Map<String, String> people) {

    public WorkflowModel {
        values = Map.copyOf(values);
        faults = List.copyOf(faults);
        people = Collections.unmodifiableMap(new LinkedHashMap<>(people));
    }

    /** Whether it may still be changed. */
    public boolean editable() {
        return workflow.map(one -> one.state() == Workflow.State.DRAFT).orElse(true);
    }

    public List<Integer> rows() {
        return IntStream.rangeClosed(1, WorkflowForm.ROWS).boxed().toList();
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public Optional<String> error(String field) {
        return errors.of(field).map(message -> message.in(page.locale()));
    }

    public List<FieldError> mistakes() {
        return errors.all();
    }

    public String words(WorkflowFault fault) {
        return page.text(fault.kind().textKey(), fault.step(), fault.value());
    }

    public List<WorkflowStep.Role> roles() {
        return List.of(WorkflowStep.Role.values());
    }

    public List<TimeLimit.Unit> units() {
        return List.of(TimeLimit.Unit.WORKING_HOUR, TimeLimit.Unit.WORKING_DAY, TimeLimit.Unit.CALENDAR_DAY);
    }

    /** Where the form is sent. */
    public String target() {
        return page.link("/workflows" + workflow.map(one -> "/" + one.id()).orElse(""));
    }
}
