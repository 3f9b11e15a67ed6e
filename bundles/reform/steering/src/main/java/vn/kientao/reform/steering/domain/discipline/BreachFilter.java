package vn.kientao.reform.steering.domain.discipline;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which breaches a list shows.
 *
 * @param agency code of the agency; empty for the whole province
 * @param from first day on which it happened
 * @param to last day on which it happened
 * @param words folded; empty for any
 */
public record BreachFilter(
        Optional<String> agency,
        Optional<BreachKind> kind,
        Optional<BreachState> state,
        Optional<Followed> followed,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        String words) {
    public BreachFilter {
        requireNonNull(agency, "agency");
        requireNonNull(kind, "kind");
        requireNonNull(state, "state");
        requireNonNull(followed, "followed");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(words, "words");
    }

    /** The same of another agency. */
    public BreachFilter of(String other) {
        return new BreachFilter(Optional.of(other), kind, state, followed, from, to, words);
    }
}
