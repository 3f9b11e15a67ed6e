package vn.kientao.reform.steering.domain.pilot;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/** Something that was done to a pilot, at an agency by an account, with what was said. */
public record PilotEvent(LocalDateTime at, PilotAction action, String agency, String account, String note) {
    public PilotEvent {
        requireNonNull(at, "at");
        requireNonNull(action, "action");
        requireNonNull(agency, "agency");
        requireNonNull(account, "account");
        requireNonNull(note, "note");
    }
}
