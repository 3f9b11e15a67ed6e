package vn.kientao.platform.privacy.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * Which looks are wanted; empty means all.
 *
 * @param account id of whoever looked
 * @param object id of what was looked at: a dossier's code
 * @param from earliest moment
 * @param until before this moment
 */
public record AccessQuery(
        Optional<String> agency,
        Optional<String> account,
        Optional<String> object,
        Optional<Instant> from,
        Optional<Instant> until) {

    /** Everything in the agency, or everything there is. */
    public static AccessQuery of(Optional<String> agency) {
        return new AccessQuery(agency, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
