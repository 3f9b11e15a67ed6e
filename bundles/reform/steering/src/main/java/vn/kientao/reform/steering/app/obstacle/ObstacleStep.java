package vn.kientao.reform.steering.app.obstacle;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import vn.kientao.reform.steering.domain.obstacle.ObstacleAction;
import vn.kientao.reform.steering.domain.obstacle.ObstacleCause;
import vn.kientao.reform.steering.domain.obstacle.Urgency;
import vn.kientao.reform.steering.domain.task.TaskOrder;

/**
 * A step of an obstacle, already checked.
 *
 * @param note what is said; the draft of an answer, the proposed rule
 * @param classed with {@link ObstacleAction#CLASSIFY}
 * @param to code of the agency, or name of the body outside or to which a proposal goes; empty for other steps
 * @param letter number and day of the letter to a body outside
 * @param open words for everybody, with {@link ObstacleAction#PUBLISH}
 * @param order with {@link ObstacleAction#TASK}
 */
public record ObstacleStep(
        ObstacleAction action,
        String note,
        Optional<Classed> classed,
        String to,
        String letter,
        Optional<Words> open,
        Optional<TaskOrder> order) {
    public ObstacleStep {
        requireNonNull(action, "action");
        requireNonNull(note, "note");
        requireNonNull(classed, "classed");
        requireNonNull(to, "to");
        requireNonNull(letter, "letter");
        requireNonNull(open, "open");
        requireNonNull(order, "order");
    }

    /** A step that only says something. */
    public static ObstacleStep of(ObstacleAction action, String note) {
        return new ObstacleStep(action, note, Optional.empty(), "", "", Optional.empty(), Optional.empty());
    }

    /** What the classification found. */
    public record Classed(Urgency urgency, ObstacleCause cause) {}

    /** A title, a question and an answer that name nobody. */
    public record Words(String title, String question, String answer) {}
}
