package vn.kientao.reform.steering.web.obstacle;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.app.obstacle.ObstacleStep;
import vn.kientao.reform.steering.app.obstacle.Receivers;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleAction;
import vn.kientao.reform.steering.domain.obstacle.Urgency;
import vn.kientao.reform.steering.domain.task.TaskOrder;
import vn.kientao.reform.steering.domain.task.Term;
import vn.kientao.reform.steering.web.FormReader;

/** Reads a step, from a form or from a program. */
final class ObstacleStepForm {
    private static final TextBundle TEXTS = TextBundle.of(ObstacleStepForm.class);
    private static final int NOTE = 4_000;
    private static final int NAME = 300;
    private static final int LETTER = 200;
    private static final int PRODUCT = 1_000;

    private final FormReader reader;
    private final Receivers receivers;
    private final LocalDate today;

    ObstacleStepForm(FormReader reader, Receivers receivers, LocalDate today) {
        this.reader = reader;
        this.receivers = receivers;
        this.today = today;
    }

    /** The step; empty when something is wrong with it. */
    Optional<ObstacleStep> step(Obstacle one, ObstacleAction action) {
        String note = reader.text("note", action.needsNote() ? 1 : 0, NOTE);
        ObstacleStep step = switch (action) {
            case CLASSIFY -> classify(note);
            case ROUTE -> to(action, note, agency("to"), "");
            case SEND_OUTSIDE -> to(action, note, reader.text("to", 1, NAME), reader.text("letter", 1, LETTER));
            case RULE_CHANGE -> to(action, note, reader.text("to", 1, NAME), "");
            case PUBLISH -> publish(note);
            case TASK -> task(one, note);
            case RAISE, DRAFT, ANSWER, KEEP_INTERNAL, SATISFY, DISSATISFY, REOPEN, WITHDRAW, PILOT, NOTE ->
                ObstacleStep.of(action, note);
        };
        return reader.errors().isEmpty() ? Optional.of(step) : Optional.empty();
    }

    private static ObstacleStep to(ObstacleAction action, String note, String to, String letter) {
        return new ObstacleStep(action, note, Optional.empty(), to, letter, Optional.empty(), Optional.empty());
    }

    private ObstacleStep classify(String note) {
        Optional<Urgency> urgency = reader.field("urgency").flatMap(Urgency::of);
        if (urgency.isEmpty()) {
            reader.errors().add("urgency", TEXTS.text("obstacle.error.urgency"));
        }
        return new ObstacleStep(
                ObstacleAction.CLASSIFY,
                note,
                ObstacleForm.cause(reader)
                        .flatMap(cause -> urgency.map(found -> new ObstacleStep.Classed(found, cause))),
                "",
                "",
                Optional.empty(),
                Optional.empty());
    }

    private String agency(String field) {
        String code = reader.field(field).orElse("");
        if (!receivers.exists(code, today)) {
            reader.errors().add(field, TEXTS.text("task.error.agency", code));
        }
        return code;
    }

    private ObstacleStep publish(String note) {
        return new ObstacleStep(
                ObstacleAction.PUBLISH,
                note,
                Optional.empty(),
                "",
                "",
                Optional.of(new ObstacleStep.Words(
                        reader.text("publicTitle", 1, ObstacleForm.TITLE),
                        reader.text("publicQuestion", 1, NOTE),
                        reader.text("publicAnswer", 1, NOTE))),
                Optional.empty());
    }

    /** A task with the obstacle's title, in its area. */
    private ObstacleStep task(Obstacle one, String note) {
        String lead = agency("to");
        String product = reader.text("product", 1, PRODUCT);
        Optional<LocalDate> due = reader.neededDay("due");
        if (due.filter(day -> day.isBefore(today)).isPresent()) {
            reader.errors()
                    .add("due", TEXTS.text("task.error.due", reader.field("due").orElse("")));
        }
        Optional<TaskOrder> order = due.filter(day -> reader.errors().isEmpty())
                .map(day -> new TaskOrder(
                        one.report().title(),
                        product,
                        one.report().area(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        lead,
                        "",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Term.DATED,
                        Optional.of(day),
                        Set.of(),
                        Set.of(),
                        Set.of()));
        return new ObstacleStep(ObstacleAction.TASK, note, Optional.empty(), lead, "", Optional.empty(), order);
    }
}
