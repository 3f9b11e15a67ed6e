package vn.kientao.reform.steering.domain.discipline;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/** A step of a breach, by an account, with what was said. */
public record BreachEvent(LocalDateTime at, BreachAction action, String account, String note) {
    public BreachEvent {
        requireNonNull(at, "at");
        requireNonNull(action, "action");
        requireNonNull(account, "account");
        requireNonNull(note, "note");
    }
}
