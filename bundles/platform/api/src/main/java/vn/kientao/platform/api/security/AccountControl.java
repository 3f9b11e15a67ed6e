package vn.kientao.platform.api.security;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Accounts and posts of everybody, for the doors of the platform's administrators beside its pages. Whoever gets this
 * service may do all of it; each change writes its audit entry.
 */
@ProviderType
public interface AccountControl {

    /** Those whose login or name contains the words, without regard to diacritics, after a login, in order of login. */
    List<AccountStatus> list(String words, String after, int limit);

    Optional<AccountStatus> find(String login);

    /**
     * Makes an account without a post and returns its one-time password, which is kept nowhere.
     *
     * @throws AccountRefusedException when the login is taken or none, or there is no name
     */
    String create(String login, String name, Actor by);

    /** Gives a new one-time password, which is kept nowhere; sessions end. */
    String reset(String login, Actor by);

    /** Locks the account, which ends its sessions, or unlocks it. */
    void disable(String login, boolean disabled, Actor by);

    /**
     * Gives a post.
     *
     * @throws AccountRefusedException when the account, the role or the agency is unknown, or the post is held already
     */
    void grant(String login, PostRequest post, Actor by);

    /**
     * Ends a post of the account.
     *
     * @param last its last day; empty to end it at once
     */
    void endPost(String login, long post, Optional<LocalDate> last, Actor by);

    /** Takes away the second factors of somebody who has lost them, with their recovery codes; sessions end. */
    void removeFactors(String login, Actor by);

    /** Ends all sessions; tells how many there were. */
    int endSessions(String login, Actor by);

    /**
     * A post to be given.
     *
     * @param role id of the role, see {@link Roles}
     * @param agency code of the agency; empty for everywhere
     * @param unit a unit of the agency; empty for all of it
     * @param from first day; empty for today
     * @param to last day; empty when there is none
     */
    record PostRequest(
            String role, Optional<String> agency, String unit, Optional<LocalDate> from, Optional<LocalDate> to) {
        public PostRequest {
            requireNonNull(role, "role");
            requireNonNull(agency, "agency");
            requireNonNull(unit, "unit");
            requireNonNull(from, "from");
            requireNonNull(to, "to");
        }
    }

    /**
     * An account as it stands.
     *
     * @param state {@code active}, {@code must-change} or {@code disabled}
     * @param sessions how many sessions are open
     */
    record AccountStatus(String id, String login, String name, String state, int sessions, List<PostStatus> posts) {
        public AccountStatus {
            posts = List.copyOf(posts);
        }
    }

    /**
     * A post of an account.
     *
     * @param agency code of the agency; empty when the role is held everywhere
     * @param state {@code planned}, {@code held} or {@code over}
     */
    record PostStatus(
            long id,
            String role,
            Optional<String> agency,
            String unit,
            LocalDate from,
            Optional<LocalDate> to,
            String state) {}
}
