package vn.kientao.reform.steering.domain.inspection;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The inspection plan of a year.
 *
 * @param agency code of the agency that inspects
 * @param symbol number and symbol of the decision; may be empty
 * @param issuedOn its day
 * @param wantedShare percent of the agencies that should be visited
 */
public record InspectionPlan(
        long id,
        long version,
        String agency,
        int year,
        String symbol,
        Optional<LocalDate> issuedOn,
        String content,
        int wantedShare) {
    public InspectionPlan {
        requireNonNull(agency, "agency");
        requireNonNull(symbol, "symbol");
        requireNonNull(issuedOn, "issuedOn");
        requireNonNull(content, "content");
    }
}
