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
import vn.kientao.platform.security.domain.Delegation;
import vn.kientao.platform.security.domain.PlatformRights;
import vn.kientao.platform.security.domain.Post;
import vn.kientao.platform.security.store.AccountRepository;
import vn.kientao.platform.security.store.DelegationRepository;
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
    static final String LOOKS = ".read";

    private final AccountRepository accounts = new AccountRepository();
    private final PostRepository posts = new PostRepository();
    private final RoleRepository roles = new RoleRepository();
    private final DelegationRepository delegations = new DelegationRepository();

    /**
     * The actor of the account on a day; empty when there is no such account or it is disabled.
     *
     * @param acting the delegation by which it acts; the own posts count when it is over
     */
    Optional<Actor> load(Handle handle, long account, Optional<Long> acting, LocalDate today) {
        return accounts.find(handle, account)
                .filter(found -> !found.disabled())
                .map(found -> actor(handle, found, acting, today));
    }

    private Actor actor(Handle handle, Account account, Optional<Long> acting, LocalDate today) {
        List<Post> held = held(handle, account.id(), today);
        List<RolePermission> permissions = roles.permissions(handle);
        return acting.flatMap(id -> delegations.find(handle, id))
                .filter(one -> one.delegate() == account.id() && !account.mustChange())
                .filter(one -> one.heldOn(today) && stillColleagues(handle, one, held))
                .map(one -> inPlaceOf(account, one, permissions))
                .orElseGet(() -> actor(account, held, permissions));
    }

    /** A delegation lapses when its holder is locked out, or the delegate has left the agency. */
    private boolean stillColleagues(Handle handle, Delegation delegation, List<Post> own) {
        return own.stream()
                        .anyMatch(post -> post.agency().equals(delegation.post().agency()))
                && accounts.find(handle, delegation.post().account())
                        .filter(holder -> !holder.disabled())
                        .isPresent();
    }

    /** What the lent post allows and nothing else; power over the platform and its people is not lent. */
    private static Actor inPlaceOf(Account account, Delegation delegation, List<RolePermission> permissions) {
        Set<String> lent = carriedBy(delegation.post(), permissions);
        lent.removeIf(permission -> permission.startsWith("platform."));
        return new Actor(
                String.valueOf(account.id()),
                account.name(),
                Set.of(),
                Map.of(delegation.post().agency().orElseThrow(), lent),
                Optional.of(String.valueOf(delegation.post().account())));
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
