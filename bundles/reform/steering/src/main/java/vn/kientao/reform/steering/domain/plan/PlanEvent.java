package vn.kientao.reform.steering.domain.plan;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;

/**
 * What happened to a plan.
 *
 * @param action word of a {@link PlanAction}, or {@code BEGIN}, {@code AMEND}, {@code REPLACE}, {@code IMPORT}
 */
public record PlanEvent(LocalDateTime at, String action, String agency, String account, String note) {
    public PlanEvent {
        requireNonNull(at, "at");
        requireNonNull(action, "action");
        requireNonNull(agency, "agency");
        requireNonNull(account, "account");
        requireNonNull(note, "note");
    }
}
