package vn.kientao.platform.security.app;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.RoleGrant;
import vn.kientao.platform.security.store.AccountRepository;
import vn.kientao.platform.security.store.RoleRepository;
import vn.kientao.platform.security.store.RoleRepository.RolePermission;

/**
 * Makes an actor of an account: its roles, and what modules say that those roles may do.
 *
 * <p>A platform administrator may administer, and look at everything: has every permission whose last word is
 * {@code read}. Somebody who must change the password first may do nothing but that.
 */
final class Actors {
    private static final String LOOKS = ".read";

    private final AccountRepository accounts = new AccountRepository();
    private final RoleRepository roles = new RoleRepository();

    /** The actor of the account; empty when there is no such account or it is disabled. */
    Optional<Actor> load(Handle handle, long account) {
        return accounts.find(handle, account)
                .filter(found -> !found.disabled())
                .map(found -> actor(found, roles.grants(handle, account), roles.permissions(handle)));
    }

    private static Actor actor(Account account, List<RoleGrant> grants, List<RolePermission> permissions) {
        Set<String> everywhere = new HashSet<>();
        Map<String, Set<String>> byAgency = new HashMap<>();
        if (!account.mustChange()) {
            for (RoleGrant grant : grants) {
                Set<String> held = grant.agency().isEmpty()
                        ? everywhere
                        : byAgency.computeIfAbsent(grant.agency().get(), agency -> new HashSet<>());
                held.addAll(carriedBy(grant.role(), permissions));
            }
        }
        return new Actor(String.valueOf(account.id()), account.name(), everywhere, byAgency);
    }

    /** What a role may do in the platform's own rooms; these permissions come with no release. */
    private static Set<Permission> ofThePlatform(String role) {
        return switch (role) {
            case Roles.PLATFORM_ADMINISTRATOR -> Set.of(Permission.ADMINISTER, Permission.CATALOGUE);
            case Roles.AGENCY_ADMINISTRATOR -> Set.of(Permission.CATALOGUE);
            default -> Set.of();
        };
    }

    private static Set<String> carriedBy(String role, List<RolePermission> permissions) {
        boolean administrator = role.equals(Roles.PLATFORM_ADMINISTRATOR);
        Set<String> carried = new HashSet<>();
        for (RolePermission one : permissions) {
            if (one.role().equals(role) || (administrator && one.permission().endsWith(LOOKS))) {
                carried.add(one.permission());
            }
        }
        ofThePlatform(role).forEach(permission -> carried.add(permission.name()));
        return carried;
    }
}
