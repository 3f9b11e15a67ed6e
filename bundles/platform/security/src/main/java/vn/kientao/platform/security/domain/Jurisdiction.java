package vn.kientao.platform.security.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.kientao.platform.api.security.Roles;

/**
 * Whose posts somebody may give and take (phân cấp quản trị): the province's administrators everybody's, an agency's those
 * of the agency, a unit's those of the unit. Nobody gives more than the own level has.
 *
 * @param everywhere whether it is the whole platform
 * @param units agency code → units that are administered there; the empty unit stands for the whole agency
 */
public record Jurisdiction(boolean everywhere, Map<String, Set<String>> units) {
    private static final String WHOLE = "";

    public Jurisdiction {
        units = Map.copyOf(units);
    }

    /** What follows from somebody's posts on a day. */
    public static Jurisdiction of(Collection<Post> posts, LocalDate day) {
        boolean everywhere = false;
        Map<String, Set<String>> units = new HashMap<>();
        for (Post post : posts) {
            if (!post.heldOn(day)) {
                continue;
            }
            everywhere |= post.role().equals(Roles.PLATFORM_ADMINISTRATOR)
                    && post.agency().isEmpty();
            if (post.role().equals(Roles.AGENCY_ADMINISTRATOR) && post.agency().isPresent()) {
                units.computeIfAbsent(post.agency().get(), agency -> new HashSet<>())
                        .add(post.unit());
            }
        }
        return new Jurisdiction(everywhere, units);
    }

    /** Whether the role may be given in the agency, or in one of its units that are within. */
    public boolean offers(String role, String agency, boolean administratorsToo) {
        return everywhere
                || units.getOrDefault(agency, Set.of()).stream()
                        .anyMatch(unit -> refusal(RoleGrant.in(role, agency), unit, administratorsToo)
                                .isEmpty());
    }

    /** The only unit whose people it reaches; empty when it is the whole agency, or several units. */
    public Optional<String> onlyUnit(String agency) {
        Set<String> there = units.getOrDefault(agency, Set.of());
        return everywhere || there.size() != 1
                ? Optional.empty()
                : there.stream().filter(unit -> !unit.equals(WHOLE)).findFirst();
    }

    /**
     * Why the post is beyond it, as a text key; empty when it is within.
     *
     * @param administratorsToo whether administrators of a whole agency may make others there
     */
    public Optional<String> refusal(RoleGrant grant, String unit, boolean administratorsToo) {
        if (everywhere) {
            return Optional.empty();
        }
        Set<String> there = grant.agency().map(units::get).orElse(Set.of());
        if (there == null || there.isEmpty()) {
            return Optional.of("staff.refused.agency");
        }
        boolean whole = there.contains(WHOLE);
        if (!whole && !there.contains(unit)) {
            return Optional.of("staff.refused.unit");
        }
        boolean allowed = KnownRoles.ofUnits().contains(grant.role())
                || (whole && KnownRoles.ofAgencies().contains(grant.role()))
                || (whole && administratorsToo && grant.role().equals(Roles.AGENCY_ADMINISTRATOR));
        return allowed ? Optional.empty() : Optional.of("staff.refused.role");
    }
}
