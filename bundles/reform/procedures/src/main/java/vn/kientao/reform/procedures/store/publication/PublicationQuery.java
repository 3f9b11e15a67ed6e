package vn.kientao.reform.procedures.store.publication;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import vn.kientao.reform.procedures.domain.publication.PublicationState;

/**
 * A range of a list of publications.
 *
 * @param agency only what this agency writes; empty for all
 * @param state only those in this state, whether or not something is to be done
 * @param running those about which something is to be done, or the others
 */
public record PublicationQuery(
        Optional<String> agency, Optional<PublicationState> state, boolean running, long firstKey, long lastKey) {

    public PublicationQuery {
        requireNonNull(agency, "agency");
        requireNonNull(state, "state");
    }

    /** What comes after the row with this key. */
    public PublicationQuery after(long key) {
        return new PublicationQuery(agency, state, running, key + 1, lastKey);
    }
}
