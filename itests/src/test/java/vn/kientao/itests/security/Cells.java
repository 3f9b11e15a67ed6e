package vn.kientao.itests.security;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.kientao.itests.security.Samples.Where;

/**
 * Which cells of the {@link Matrix} are tried. With {@code -Dkientao.test.cells=some}, as in a default build, these are at
 * each line:
 *
 * <ul>
 *   <li>the stranger without a session;
 *   <li>for each outcome that the matrix expects of people with an account one of them, so that wherever somebody is let in
 *       and somebody refused, both are tried; who it is follows from the line's words, and is the same in each run;
 *   <li>everybody who was not at an earlier line with the same permission, kind of request and place: each role meets each
 *       permission in the own and in another agency.
 * </ul>
 *
 * <p>The lines of other agencies and their objects are lines as the others. Otherwise, as with {@code -Pendurance}, and
 * whenever the matrix is written, everybody is tried everywhere; and so it is at a line that the matrix has not.
 */
final class Cells {
    /** What somebody is answered who does not get in, or to what is not there. */
    private static final Set<String> TURNED_AWAY = Set.of("401", "403", "404", "sign-in");

    private final List<String> roles;
    private final boolean all;
    private final Matrix expected = Matrix.read();
    private final Set<String> met = new HashSet<>();

    private Cells(List<String> roles, boolean all) {
        this.roles = roles;
        this.all = all;
    }

    /** @param roles in the order of the matrix */
    static Cells of(List<String> roles) {
        boolean some = System.getProperty("kientao.test.cells", "all").equals("some");
        return new Cells(roles, !some || Matrix.wanted());
    }

    /** How a line of the matrix begins. */
    static String line(KnownRoute route, Where where) {
        return route + " " + where.name().toLowerCase(Locale.ROOT);
    }

    /** Who is to be tried there, in the order of the roles. Asked for line after line: the answer depends on those before. */
    List<String> of(KnownRoute route, Where where) {
        String line = line(route, where);
        List<String> outcomes = expected.lines().getOrDefault(line, List.of());
        if (all || outcomes.size() != roles.size()) {
            return roles;
        }
        Set<String> chosen = new LinkedHashSet<>(Set.of(Cast.CITIZEN));
        for (String outcome : new LinkedHashSet<>(outcomes)) {
            List<String> alike = roles.stream()
                    .filter(role -> !role.equals(Cast.CITIZEN))
                    .filter(role -> outcomes.get(roles.indexOf(role)).equals(outcome))
                    .toList();
            if (!alike.isEmpty()) {
                chosen.add(alike.get(Math.floorMod(line.hashCode(), alike.size())));
            }
        }
        String rule = route.permission() + " " + route.safe() + " " + route.ofAgency() + " " + where + " ";
        return roles.stream()
                .filter(role -> met.add(rule + role) || chosen.contains(role))
                .toList();
    }

    /**
     * Whether {@code role} is to look at what is there: always where everybody is tried everywhere, otherwise where the
     * matrix expects more than that the role is turned away.
     */
    boolean shows(KnownRoute route, Where where, String role) {
        List<String> outcomes = expected.lines().getOrDefault(line(route, where), List.of());
        return all || outcomes.size() != roles.size() || !TURNED_AWAY.contains(outcomes.get(roles.indexOf(role)));
    }
}
