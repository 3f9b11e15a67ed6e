package vn.kientao.reform.procedures.domain.citizen;

import static java.util.Objects.requireNonNull;

/**
 * Somebody who wants an e-mail when something happens to a dossier.
 *
 * @param key what confirms and ends it
 * @param site scheme and host for the links
 */
public record Subscription(long id, String email, String key, String site, long version, boolean ended) {
    public Subscription {
        requireNonNull(email, "email");
        requireNonNull(key, "key");
        requireNonNull(site, "site");
    }

    /** Without the address. */
    @Override
    public String toString() {
        return "Subscription " + id;
    }
}
