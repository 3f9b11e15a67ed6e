package vn.kientao.reform.steering.domain.inspection;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which visits a list shows.
 *
 * @param agencies codes of the agency and of those whose work it took over, as inspector or as the unit visited; empty for the
 *     whole province
 * @param overdue only those whose remedy is overdue
 * @param open only those with something still to be done
 * @param words folded; empty for any
 */
public record VisitFilter(
        Set<String> agencies,
        OptionalInt year,
        Optional<VisitState> state,
        boolean overdue,
        boolean open,
        String words,
        LocalDate today) {
    public VisitFilter {
        agencies = Set.copyOf(agencies);
        requireNonNull(year, "year");
        requireNonNull(state, "state");
        requireNonNull(words, "words");
        requireNonNull(today, "today");
    }

    /** Everything of some agencies. */
    public static VisitFilter of(Set<String> agencies, LocalDate today) {
        return new VisitFilter(agencies, OptionalInt.empty(), Optional.empty(), false, false, "", today);
    }

    public VisitFilter late() {
        return new VisitFilter(agencies, year, state, true, open, words, today);
    }

    public VisitFilter in(VisitState one) {
        return new VisitFilter(agencies, year, Optional.of(one), overdue, open, words, today);
    }
}
