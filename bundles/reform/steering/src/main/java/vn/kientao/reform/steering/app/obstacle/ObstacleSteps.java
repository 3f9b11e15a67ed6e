package vn.kientao.reform.steering.app.obstacle;

import java.time.LocalDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.obstacle.Answer;
import vn.kientao.reform.steering.domain.obstacle.Body;
import vn.kientao.reform.steering.domain.obstacle.Handling;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleState;
import vn.kientao.reform.steering.domain.obstacle.Urgency;

/** What an obstacle is after a step. */
final class ObstacleSteps {
    private final Clocks clocks;
    private final Receivers receivers;

    ObstacleSteps(Clocks clocks, Receivers receivers) {
        this.clocks = clocks;
        this.receivers = receivers;
    }

    Obstacle after(Handle transaction, Obstacle one, ObstacleStep step, LocalDateTime now) {
        Handling handling = one.handling();
        return switch (step.action()) {
            case CLASSIFY -> classified(transaction, one, step.classed().orElseThrow());
            case ROUTE -> one.with(handling.routed(step.to(), capacity(one, step.to(), now)));
            case SEND_OUTSIDE -> one.with(handling.sentOutside(step.to(), step.letter()));
            case DRAFT ->
                one.with(handling.in(ObstacleState.DRAFTED))
                        .with(new Answer(step.note(), Optional.empty(), Optional.empty()));
            case ANSWER ->
                one.with(handling.in(ObstacleState.ANSWERED))
                        .with(new Answer(one.answer().text(), Optional.of(now), Optional.empty()));
            case PUBLISH -> one.with(open(one, step.open().orElseThrow(), now));
            case KEEP_INTERNAL ->
                one.with(new Answer(one.answer().text(), one.answer().at(), Optional.empty()));
            case SATISFY -> one.with(handling.in(ObstacleState.SATISFIED));
            case DISSATISFY -> one.with(handling.in(ObstacleState.UNSATISFIED));
            case REOPEN ->
                one.reopened(
                        clocks.untilAnswered(transaction, handling.urgency().orElse(Urgency.ORDINARY), now));
            case WITHDRAW -> one.with(handling.in(ObstacleState.WITHDRAWN));
            case RAISE, TASK, PILOT, RULE_CHANGE, NOTE -> one;
        };
    }

    /** The answer counts from the raising, so that a slow classification gives nobody more time. */
    private Obstacle classified(Handle transaction, Obstacle one, ObstacleStep.Classed classed) {
        return one.with(one.report().because(classed.cause()))
                .with(one.handling().classified(classed.urgency()))
                .with(clocks.untilAnswered(
                        transaction, classed.urgency(), one.clock().from()));
    }

    private Body capacity(Obstacle one, String to, LocalDateTime now) {
        return receivers.capacity(to, one.raiser(), one.report().area(), now.toLocalDate());
    }

    private static Answer open(Obstacle one, ObstacleStep.Words words, LocalDateTime now) {
        return new Answer(
                one.answer().text(),
                one.answer().at(),
                Optional.of(new Answer.OpenAnswer(words.title(), words.question(), words.answer(), now)));
    }
}
