package vn.kientao.reform.procedures.domain.workflow;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Why an internal procedure cannot be put in force.
 *
 * @param step the key of the step at fault; empty when it is the whole
 * @param value what stands there
 */
public record WorkflowFault(Kind kind, String step, String value) {

    /** What may be wrong. */
    public enum Kind {
        /** There is no step. */
        NO_STEPS,
        /** Two steps have the same key. */
        KEY_TWICE,
        /** What follows is not a step. */
        NO_SUCH_NEXT,
        /** No way leads here from the first step. */
        UNREACHABLE,
        /** From here no way leads to an end. */
        NO_END;

        /** The text key of its sentence. */
        public String textKey() {
            return "workflow.fault." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public WorkflowFault {
        requireNonNull(kind, "kind");
        requireNonNull(step, "step");
        requireNonNull(value, "value");
    }

    /** Everything that is wrong with steps; none when they can be put in force. */
    public static List<WorkflowFault> of(List<WorkflowStep> steps) {
        List<WorkflowFault> faults = new ArrayList<>();
        if (steps.isEmpty()) {
            faults.add(new WorkflowFault(Kind.NO_STEPS, "", ""));
            return faults;
        }
        Set<String> keys = new HashSet<>();
        for (WorkflowStep step : steps) {
            if (!keys.add(step.key())) {
                faults.add(new WorkflowFault(Kind.KEY_TWICE, step.key(), step.key()));
            }
        }
        for (WorkflowStep step : steps) {
            step.next().stream()
                    .filter(next -> !keys.contains(next))
                    .forEach(next -> faults.add(new WorkflowFault(Kind.NO_SUCH_NEXT, step.key(), next)));
        }
        Set<String> reached = reachable(steps, steps.get(0).key());
        for (WorkflowStep step : steps) {
            if (!reached.contains(step.key())) {
                faults.add(new WorkflowFault(Kind.UNREACHABLE, step.key(), step.name()));
            }
            Set<String> onward = reachable(steps, step.key());
            if (steps.stream().noneMatch(end -> end.last() && onward.contains(end.key()))) {
                faults.add(new WorkflowFault(Kind.NO_END, step.key(), step.name()));
            }
        }
        return faults;
    }

    private static Set<String> reachable(List<WorkflowStep> steps, String from) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String key = open.pop();
            if (reached.add(key)) {
                steps.stream().filter(step -> step.key().equals(key)).forEach(step -> open.addAll(step.next()));
            }
        }
        return reached;
    }
}
