package vn.kientao.platform.audit.app;

import java.time.Instant;
import java.util.Optional;

/**
 * What is looked for in the trail; empty means all.
 *
 * @param account id of whoever did it, or in whose place it was done
 * @param action whole, or its beginning up to a full stop
 * @param from earliest moment
 * @param until before this moment
 * @param words in any field; folded
 */
public record TrailQuery(
        Optional<String> account,
        Optional<String> agency,
        Optional<String> module,
        Optional<String> action,
        Optional<String> objectType,
        Optional<String> objectId,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<String> words) {

    /** Everything in the agency, or everything there is. */
    public static TrailQuery of(Optional<String> agency) {
        Optional<String> none = Optional.empty();
        return new TrailQuery(none, agency, none, none, none, none, Optional.empty(), Optional.empty(), none);
    }
}
