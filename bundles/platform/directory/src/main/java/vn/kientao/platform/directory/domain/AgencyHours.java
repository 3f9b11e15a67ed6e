package vn.kientao.platform.directory.domain;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Office hours of one agency in place of those of the province.
 *
 * @param to the last day; empty while they hold
 * @param legalBasis the decision that sets them
 */
public record AgencyHours(String agency, LocalDate from, Optional<LocalDate> to, OfficeHours hours, String legalBasis) {
    public AgencyHours {
        requireNonNull(agency, "agency");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(hours, "hours");
        requireNonNull(legalBasis, "legalBasis");
        if (to.isPresent() && to.get().isBefore(from)) {
            throw new IllegalArgumentException("hours end " + to.get() + " (expected: not before " + from + ")");
        }
    }

    public boolean hold(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }
}
