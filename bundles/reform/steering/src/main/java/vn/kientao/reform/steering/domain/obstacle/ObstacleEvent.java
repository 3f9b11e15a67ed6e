package vn.kientao.reform.steering.domain.obstacle;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/**
 * Something that was done to an obstacle.
 *
 * @param agency code of the agency that did it
 * @param account who did it
 * @param to code of the agency, or name of the body, to which it went; empty when it stayed
 * @param note what was said; may be empty
 */
public record ObstacleEvent(
        LocalDateTime at, ObstacleAction action, String agency, String account, String to, String note) {
    public ObstacleEvent {
        requireNonNull(at, "at");
        requireNonNull(action, "action");
        requireNonNull(agency, "agency");
        requireNonNull(account, "account");
        requireNonNull(to, "to");
        requireNonNull(note, "note");
    }
}
