package vn.kientao.reform.steering.domain.inspection;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/** Something that was done to a visit. */
public record VisitEvent(LocalDateTime at, VisitAction action, String agency, String account, String note) {
    public VisitEvent {
        requireNonNull(at, "at");
        requireNonNull(action, "action");
        requireNonNull(agency, "agency");
        requireNonNull(account, "account");
        requireNonNull(note, "note");
    }
}
