package vn.kientao.platform.security.app;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.PlatformRights;
import vn.kientao.platform.security.domain.Post;
import vn.kientao.platform.security.store.AccountRepository;
import vn.kientao.platform.security.store.PostRepository;
import vn.kientao.platform.security.store.RoleRepository;
import vn.kientao.platform.security.store.RoleRepository.RolePermission;

/**
 * Makes an actor of an account: the posts it holds on a day, and what modules say that their roles may do.
 *
 * <p>A platform administrator may administer, and look at everything: has every permission whose last word is
 * {@code read}. Somebody who must change the password first may do nothing but that.
 */
final class Actors {
    private static final String LOOKS = ".read";

    private final AccountRepository accounts = new AccountRepository();
    private final PostRepository posts = new PostRepository();
    private final RoleRepository roles = new RoleRepository();

    /** The actor of the account on a day; empty when there is no such account or it is disabled. */
    Optional<Actor> load(Handle handle, long account, LocalDate today) {
        return accounts.find(handle, account)
                .filter(found -> !found.disabled())
                .map(found -> actor(found, held(handle, account, today), roles.permissions(handle)));
    }

    private List<Post> held(Handle handle, long account, LocalDate today) {
        return posts.of(handle, account).stream()
                .filter(post -> post.heldOn(today))
                .toList();
    }

    private static Actor actor(Account account, List<Post> held, List<RolePermission> permissions) {
        Set<String> everywhere = new HashSet<>();
        Map<String, Set<String>> byAgency = new HashMap<>();
        if (!account.mustChange()) {
            for (Post post : held) {
                post.agency()
                        .map(agency -> byAgency.computeIfAbsent(agency, code -> new HashSet<>()))
                        .orElse(everywhere)
                        .addAll(carriedBy(post, permissions));
            }
        }
        return new Actor(String.valueOf(account.id()), account.name(), everywhere, byAgency);
    }

    /** What a post allows: what modules say of its role, and what the role may do in the platform's own rooms. */
    static Set<String> carriedBy(Post post, List<RolePermission> permissions) {
        boolean administrator = post.role().equals(Roles.PLATFORM_ADMINISTRATOR);
        Set<String> carried = new HashSet<>();
        for (RolePermission one : permissions) {
            if (one.role().equals(post.role())
                    || (administrator && one.permission().endsWith(LOOKS))) {
                carried.add(one.permission());
            }
        }
        PlatformRights.of(post.role(), !post.unit().isEmpty()).forEach(permission -> carried.add(permission.name()));
        return carried;
    }
}
