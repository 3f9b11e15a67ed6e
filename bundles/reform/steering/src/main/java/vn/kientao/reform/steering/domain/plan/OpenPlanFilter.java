package vn.kientao.reform.steering.domain.plan;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Which published plans a list for everybody shows.
 *
 * @param area code of an area in which a plan has a line
 * @param words folded, in a line of the plan; empty for any
 * @param named codes of the agencies in whose names the words stand
 */
public record OpenPlanFilter(
        OptionalInt year, Optional<String> agency, Optional<String> area, String words, Set<String> named) {
    public OpenPlanFilter {
        requireNonNull(year, "year");
        requireNonNull(agency, "agency");
        requireNonNull(area, "area");
        requireNonNull(words, "words");
        named = Set.copyOf(named);
    }
}
