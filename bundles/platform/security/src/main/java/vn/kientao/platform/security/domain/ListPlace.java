package vn.kientao.platform.security.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A place in a list ordered by login: what comes after a login, or before it.
 *
 * @param login the login beside the place; empty for the beginning of the list
 */
public record ListPlace(String login, boolean backwards) {

    public static final ListPlace START = new ListPlace("", false);

    public ListPlace {
        requireNonNull(login, "login");
    }

    /** As an address names it; {@code after} counts when both are there. */
    public static ListPlace of(Optional<String> after, Optional<String> before) {
        return after.map(login -> new ListPlace(login, false))
                .or(() -> before.map(login -> new ListPlace(login, true)))
                .orElse(START);
    }
}
