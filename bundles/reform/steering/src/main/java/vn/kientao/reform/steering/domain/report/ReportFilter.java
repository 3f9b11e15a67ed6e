package vn.kientao.reform.steering.domain.report;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which reports a list shows.
 *
 * @param agencies codes of the agency and of those whose work it took over; empty for the whole province
 * @param words folded; empty for any
 */
public record ReportFilter(
        Set<String> agencies, Optional<ReportKind> kind, Optional<ReportState> state, OptionalInt year, String words) {
    public ReportFilter {
        agencies = Set.copyOf(agencies);
        requireNonNull(kind, "kind");
        requireNonNull(state, "state");
        requireNonNull(year, "year");
        requireNonNull(words, "words");
    }

    public static ReportFilter of(Set<String> agencies, String words) {
        return new ReportFilter(agencies, Optional.empty(), Optional.empty(), OptionalInt.empty(), words);
    }
}
