package vn.kientao.reform.steering.domain.obstacle;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Who has an obstacle in hand and how far it is.
 *
 * @param urgency empty until it is classified
 * @param holder code of the agency that has to act
 * @param body in which capacity it holds it
 * @param outside name of the body outside the province that was asked; empty when none was
 * @param letter number and day of the letter to it; empty when none was sent
 */
public record Handling(
        ObstacleState state, Optional<Urgency> urgency, String holder, Body body, String outside, String letter) {
    public Handling {
        requireNonNull(state, "state");
        requireNonNull(urgency, "urgency");
        requireNonNull(holder, "holder");
        requireNonNull(body, "body");
        requireNonNull(outside, "outside");
        requireNonNull(letter, "letter");
    }

    public Handling in(ObstacleState next) {
        return new Handling(next, urgency, holder, body, outside, letter);
    }

    public Handling classified(Urgency found) {
        return new Handling(ObstacleState.CLASSIFIED, Optional.of(found), holder, body, outside, letter);
    }

    public Handling routed(String to, Body as) {
        return new Handling(ObstacleState.ROUTED, urgency, to, as, "", "");
    }

    public Handling sentOutside(String to, String by) {
        return new Handling(ObstacleState.OUTSIDE, urgency, holder, Body.OUTSIDE, to, by);
    }
}
