package vn.kientao.reform.steering.domain.goal;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import vn.kientao.platform.api.text.Folding;

/**
 * Which targets a list shows.
 *
 * @param year in which they are looked at
 * @param area code of it
 * @param words folded; they occur in the code or the name
 */
public record TargetFilter(int year, Optional<String> area, Optional<TargetState> state, String words) {
    public TargetFilter {
        requireNonNull(area, "area");
        requireNonNull(state, "state");
        requireNonNull(words, "words");
    }

    /** All of a year. */
    public static TargetFilter of(int year) {
        return new TargetFilter(year, Optional.empty(), Optional.empty(), "");
    }

    /** Whether it shows a target, whatever its state. */
    public boolean holds(Target target) {
        String folded = Folding.fold(
                target.code() + " " + target.name().vi() + " " + target.name().en());
        return target.validIn(year)
                && area.filter(code -> !code.equals(target.area())).isEmpty()
                && folded.contains(words);
    }

    public boolean shows(Progress progress) {
        return holds(progress.target())
                && state.filter(wanted -> wanted != progress.state(year)).isEmpty();
    }
}
