package vn.kientao.reform.procedures.web.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.reform.procedures.domain.workflow.Workflow;
import vn.kientao.reform.procedures.domain.workflow.WorkflowStep;

/** The form of an internal procedure: a name and one row of fields for each step. */
final class WorkflowForm {
    /** Rows for steps; what is not filled in is no step. */
    static final int ROWS = 12;

    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern AMOUNT = Pattern.compile("[1-9]\\d{0,2}");
    private static final int MOST = 200;
    private static final TextBundle TEXTS = TextBundle.of(WorkflowForm.class);

    private final Map<String, String> values;
    private final Map<String, String> colleagues;
    private final FormErrors errors;

    /** @param colleagues account → name of those who may take a step or be told */
    WorkflowForm(Map<String, String> values, Map<String, String> colleagues, FormErrors errors) {
        this.values = values;
        this.colleagues = colleagues;
        this.errors = errors;
    }

    /** What stands in the form of a version. */
    static Map<String, String> values(Workflow workflow) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("procedure", workflow.procedure());
        values.put("name", workflow.name());
        for (int row = 1; row <= workflow.steps().size(); row++) {
            WorkflowStep step = workflow.steps().get(row - 1);
            int place = row;
            values.put("key" + row, step.key());
            values.put("title" + row, step.name());
            values.put("role" + row, step.role().word());
            values.put("room" + row, step.room());
            step.time().ifPresent(limit -> {
                values.put("amount" + place, "" + limit.amount());
                values.put("unit" + place, limit.unit().name());
            });
            values.put("next" + row, String.join(", ", step.next()));
            values.put("escalate" + row, step.escalateTo());
            step.person().ifPresent(person -> values.put("assignee" + place, person.account()));
        }
        return values;
    }

    String name() {
        return required("name");
    }

    String procedure() {
        return required("procedure");
    }

    /** The steps of the rows that are filled in. */
    List<WorkflowStep> steps() {
        List<WorkflowStep> steps = new ArrayList<>();
        for (int row = 1; row <= ROWS; row++) {
            if (!value("key" + row).isEmpty() || !value("title" + row).isEmpty()) {
                steps.add(step(row));
            }
        }
        return steps;
    }

    private WorkflowStep step(int row) {
        String key = value("key" + row);
        if (!KEY.matcher(key).matches() || key.length() > 60) {
            errors.add("key" + row, TEXTS.text("workflow.error.key", key));
        }
        List<String> next = Arrays.stream(value("next" + row).split("[,;\\s]+"))
                .filter(one -> !one.isEmpty())
                .toList();
        return new WorkflowStep(
                key,
                required("title" + row),
                role(row),
                text("room" + row),
                time(row),
                next,
                text("escalate" + row),
                person(row));
    }

    private Optional<WorkflowStep.Person> person(int row) {
        String account = value("assignee" + row);
        if (account.isEmpty()) {
            return Optional.empty();
        }
        String name = colleagues.get(account);
        if (name == null) {
            errors.add("assignee" + row, TEXTS.text("dossier.error.assignee", account));
            return Optional.empty();
        }
        return Optional.of(new WorkflowStep.Person(account, name));
    }

    private WorkflowStep.Role role(int row) {
        String word = value("role" + row);
        Optional<WorkflowStep.Role> role = Arrays.stream(WorkflowStep.Role.values())
                .filter(one -> one.word().equals(word))
                .findFirst();
        if (role.isEmpty()) {
            errors.add("role" + row, TEXTS.text("workflow.error.choice", word));
        }
        return role.orElse(WorkflowStep.Role.HANDLER);
    }

    private Optional<TimeLimit> time(int row) {
        String amount = value("amount" + row);
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        Optional<TimeLimit.Unit> unit = Arrays.stream(TimeLimit.Unit.values())
                .filter(one -> one.name().equals(value("unit" + row)))
                .findFirst();
        if (!AMOUNT.matcher(amount).matches() || unit.isEmpty()) {
            errors.add("amount" + row, TEXTS.text("workflow.error.amount", amount));
            return Optional.empty();
        }
        return Optional.of(new TimeLimit(Integer.parseInt(amount), unit.get()));
    }

    private String required(String field) {
        if (value(field).isEmpty()) {
            errors.add(field, TEXTS.text("workflow.error.required"));
        }
        return text(field);
    }

    private String text(String field) {
        String value = value(field);
        if (value.length() > MOST) {
            errors.add(field, TEXTS.text("workflow.error.long", "" + value.length(), "" + MOST));
        }
        return value;
    }

    private String value(String field) {
        return values.getOrDefault(field, "");
    }
}
