package vn.kientao.reform.steering.domain.plan;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An edition of an agency's plan of a year.
 *
 * @param version grows with every change of the plan or one of its items
 * @param agency code of the agency whose plan it is
 * @param edition 1 for the first, one more for each amendment
 * @param bases legal bases, one a line
 * @param purpose what the year is to bring, in paragraphs
 * @param symbol number and symbol of the approving decision; empty before
 */
public record Plan(
        long id,
        long version,
        String agency,
        int year,
        int edition,
        PlanState state,
        String bases,
        String purpose,
        String symbol,
        Optional<LocalDate> approvedOn,
        Optional<LocalDate> publishedOn) {
    public Plan {
        requireNonNull(agency, "agency");
        requireNonNull(state, "state");
        requireNonNull(bases, "bases");
        requireNonNull(purpose, "purpose");
        requireNonNull(symbol, "symbol");
        requireNonNull(approvedOn, "approvedOn");
        requireNonNull(publishedOn, "publishedOn");
    }
}
