package vn.kientao.platform.api.security;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who acts: a signed-in person, an anonymous visitor, or the platform itself.
 *
 * @param account the account id; empty for an anonymous visitor; {@code system:…} for the platform
 * @param name as shown on screen
 * @param everywhere names of permissions held in every agency
 * @param byAgency agency code → names of permissions held there
 * @param actingFor the account whose post lends the permissions while its holder is away (uỷ quyền); empty when the actor
 *     acts by own posts
 */
public record Actor(
        String account,
        String name,
        Set<String> everywhere,
        Map<String, Set<String>> byAgency,
        Optional<String> actingFor) {

    private static final Actor ANONYMOUS = new Actor("", "", Set.of(), Map.of());

    public Actor {
        requireNonNull(account, "account");
        requireNonNull(name, "name");
        requireNonNull(actingFor, "actingFor");
        everywhere = Set.copyOf(everywhere);
        byAgency = byAgency.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /** Somebody who acts by own posts. */
    public Actor(String account, String name, Set<String> everywhere, Map<String, Set<String>> byAgency) {
        this(account, name, everywhere, byAgency, Optional.empty());
    }

    /** A visitor who has not signed in. */
    public static Actor anonymous() {
        return ANONYMOUS;
    }

    /** The platform itself, acting through {@code door}: {@code shell}, {@code start}, {@code job}. May do everything. */
    public static Actor system(String door) {
        return new Actor("system:" + door, door, Set.of(Permission.ADMINISTER.name()), Map.of());
    }

    public boolean signedIn() {
        return !account.isEmpty();
    }

    /** Whether the actor may do this in the agency. */
    public boolean can(Permission permission, String agency) {
        if (canEverywhere(permission)) {
            return true;
        }
        return byAgency.getOrDefault(agency, Set.of()).contains(permission.name());
    }

    /** Whether the actor may do this without regard to an agency. */
    public boolean canEverywhere(Permission permission) {
        return permission.equals(Permission.ANYONE)
                || account.startsWith("system:")
                || (permission.equals(Permission.SIGNED_IN) && signedIn())
                || everywhere.contains(permission.name());
    }

    /** Codes of the agencies in which the actor holds a post. */
    public Set<String> agencies() {
        return byAgency.keySet();
    }
}
