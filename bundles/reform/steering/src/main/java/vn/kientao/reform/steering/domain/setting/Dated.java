package vn.kientao.reform.steering.domain.setting;

import java.time.LocalDate;
import java.util.Optional;

/** A row of a rule, which holds from one day to another and names its basis. */
public interface Dated {
    /** First day of validity. */
    LocalDate validFrom();

    /** Last day of validity; empty while none is set. */
    Optional<LocalDate> validTo();

    /** Act and article, or that the province set it. */
    String legalBasis();

    default boolean comingOn(LocalDate day) {
        return validFrom().isAfter(day);
    }

    default boolean inForceOn(LocalDate day) {
        return !comingOn(day) && validTo().filter(day::isAfter).isEmpty();
    }
}
