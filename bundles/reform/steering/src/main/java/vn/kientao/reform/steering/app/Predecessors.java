package vn.kientao.reform.steering.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;

/**
 * Whose work an agency has taken over, by the register of agencies. Records keep the code of the agency as it was; after a
 * merger its successor finds them as its own, after a split each of them does, and a merger that is taken back leaves no
 * trace.
 */
public final class Predecessors {
    private final Agencies agencies;

    public Predecessors(Agencies agencies) {
        this.agencies = agencies;
    }

    /** The agency itself and all whose functions came to it, through any number of mergers. */
    public Set<String> with(String code) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(code));
        while (!open.isEmpty()) {
            String next = open.poll();
            if (found.add(next)) {
                agencies.all().stream()
                        .filter(agency -> agency.successors().contains(next))
                        .map(Agency::code)
                        .forEach(open::add);
            }
        }
        return found;
    }
}
