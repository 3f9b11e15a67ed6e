package vn.kientao.platform.security.domain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A post that somebody is to get.
 *
 * @param unit the unit of the agency; empty when it is the whole agency, or when the role is held everywhere
 * @param from first day
 * @param to last day; empty when it has none
 */
public record NewPost(RoleGrant grant, String unit, LocalDate from, Optional<LocalDate> to) {
    public static final int LONGEST_UNIT = 200;

    public NewPost {
        requireNonNull(grant, "grant");
        requireNonNull(unit, "unit");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (unit.length() > LONGEST_UNIT || (!unit.isEmpty() && grant.agency().isEmpty())) {
            throw new IllegalArgumentException(
                    "unit '" + unit + "' (expected: at most " + LONGEST_UNIT + " signs, in an agency)");
        }
        if (to.filter(from::isAfter).isPresent()) {
            throw new IllegalArgumentException("last day " + to.get() + " (expected: not before " + from + ")");
        }
    }

    /** From a day on, without end, in no unit. */
    public static NewPost since(LocalDate from, RoleGrant grant) {
        return new NewPost(grant, "", from, Optional.empty());
    }

    /** Whether the other one is the same post at a time at which this one is held, too. */
    public boolean repeats(Post other) {
        return other.grant().equals(grant)
                && other.unit().equals(unit)
                && other.endedAt().isEmpty()
                && other.to().filter(from::isAfter).isEmpty()
                && to.filter(other.from()::isAfter).isEmpty();
    }
}
