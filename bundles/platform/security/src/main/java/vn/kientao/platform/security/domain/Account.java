package vn.kientao.platform.security.domain;

import static java.util.Objects.requireNonNull;

/**
 * An account (tài khoản) of a person who signs in.
 *
 * @param id kept for ever; names the account in audit entries
 * @param login lower case, such as {@code motcua.p-ax}
 * @param name as shown on screen
 * @param mustChange whether the password was made by somebody else; until it is changed the account may do nothing else
 * @param disabled whether it may sign in no more
 */
public record Account(long id, String login, String name, boolean mustChange, boolean disabled) {

    public Account {
        requireNonNull(login, "login");
        requireNonNull(name, "name");
    }
}
