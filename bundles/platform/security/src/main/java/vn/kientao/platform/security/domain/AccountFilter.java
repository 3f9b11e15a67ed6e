package vn.kientao.platform.security.domain;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Which accounts a list shows.
 *
 * @param words part of login or name, without regard to diacritics; empty for all
 * @param agency code of the agency in which they have or had a post; empty for all agencies
 * @param role a role that they hold today; empty for all
 * @param unit the unit of a post that they hold today; empty for all
 */
public record AccountFilter(
        String words, Optional<State> state, Optional<String> agency, Optional<String> role, Optional<String> unit) {

    public static final AccountFilter ALL =
            new AccountFilter("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** What an account is at the moment. */
    public enum State {
        ACTIVE,
        MUST_CHANGE,
        DISABLED,
        /** Without a post today. */
        WITHOUT_POST
    }

    public AccountFilter {
        requireNonNull(words, "words");
        requireNonNull(state, "state");
        requireNonNull(agency, "agency");
        requireNonNull(role, "role");
        requireNonNull(unit, "unit");
    }

    public static AccountFilter of(String agency) {
        return new AccountFilter("", Optional.empty(), Optional.of(agency), Optional.empty(), Optional.empty());
    }
}
