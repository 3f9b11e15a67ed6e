package vn.kientao.reform.steering.domain.pilot;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;

/**
 * Which pilots a list shows.
 *
 * @param agencies that proposed them or take part; empty for the whole province
 * @param area code of an area
 * @param warns only those that a condition to stop warns of
 * @param words folded; empty for any
 */
public record PilotFilter(
        Set<String> agencies, Optional<PilotState> state, Optional<String> area, boolean warns, String words) {
    public PilotFilter {
        agencies = Set.copyOf(agencies);
        requireNonNull(state, "state");
        requireNonNull(area, "area");
        requireNonNull(words, "words");
    }

    public static PilotFilter of(Set<String> agencies) {
        return new PilotFilter(agencies, Optional.empty(), Optional.empty(), false, "");
    }
}
