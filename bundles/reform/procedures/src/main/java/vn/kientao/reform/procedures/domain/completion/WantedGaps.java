package vn.kientao.reform.procedures.domain.completion;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import vn.kientao.reform.procedures.domain.GapKind;

/**
 * Which gaps a list shows.
 *
 * @param done those that are completed, or those that are not
 * @param kind only these; empty for all
 * @param version of the last gap of the page before; 0 for the first page
 * @param place of the last gap of the page before
 */
public record WantedGaps(boolean done, Optional<GapKind> kind, long version, int place) {
    public WantedGaps {
        requireNonNull(kind, "kind");
    }

    /** The same from behind this gap on. */
    public WantedGaps after(long lastVersion, int lastPlace) {
        return new WantedGaps(done, kind, lastVersion, lastPlace);
    }
}
