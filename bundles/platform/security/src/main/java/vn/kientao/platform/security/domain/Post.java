package vn.kientao.platform.security.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A post (vị trí công tác) that an account holds, has held or will hold.
 *
 * @param grant the role, and where
 * @param unit the unit of the agency (phòng, bộ phận); empty when it is the whole agency
 * @param from first day
 * @param to last day; empty when it has none
 * @param grantedBy the account that gave it
 * @param endedAt when somebody took it away before its last day
 * @param endedBy the account that ended it, at once or by setting a last day
 */
public record Post(
        long id,
        long account,
        RoleGrant grant,
        String unit,
        LocalDate from,
        Optional<LocalDate> to,
        Instant grantedAt,
        String grantedBy,
        Optional<Instant> endedAt,
        Optional<String> endedBy) {

    /** Where a post stands on a day. */
    public enum State {
        PLANNED,
        HELD,
        OVER
    }

    public Post {
        requireNonNull(grant, "grant");
        requireNonNull(unit, "unit");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(grantedAt, "grantedAt");
        requireNonNull(grantedBy, "grantedBy");
        requireNonNull(endedAt, "endedAt");
        requireNonNull(endedBy, "endedBy");
    }

    public String role() {
        return grant.role();
    }

    /** Code of the agency; empty when the role is held everywhere. */
    public Optional<String> agency() {
        return grant.agency();
    }

    public State on(LocalDate day) {
        if (endedAt.isPresent() || to.filter(day::isAfter).isPresent()) {
            return State.OVER;
        }
        return day.isBefore(from) ? State.PLANNED : State.HELD;
    }

    public boolean heldOn(LocalDate day) {
        return on(day) == State.HELD;
    }
}
