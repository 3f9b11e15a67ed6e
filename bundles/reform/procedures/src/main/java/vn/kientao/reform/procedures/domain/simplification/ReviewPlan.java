package vn.kientao.reform.procedures.domain.simplification;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An agency's plan of the procedures it reviews in a year (kế hoạch rà soát).
 *
 * @param sentOn when it was sent to whoever controls procedures
 * @param sheets how many procedures stand in it
 */
public record ReviewPlan(
        long id, long version, String agency, int year, String title, Optional<LocalDate> sentOn, int sheets) {
    public ReviewPlan {
        requireNonNull(agency, "agency");
        requireNonNull(title, "title");
        requireNonNull(sentOn, "sentOn");
    }
}
