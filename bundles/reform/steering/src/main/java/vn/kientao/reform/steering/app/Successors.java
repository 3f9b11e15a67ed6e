package vn.kientao.reform.steering.app;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;

/** Who does today what an agency did once: through mergers and splits, by the register of agencies. */
public final class Successors {
    private final Agencies agencies;

    public Successors(Agencies agencies) {
        this.agencies = agencies;
    }

    /**
     * The agencies that exist on the day and have taken over from {@code code}, itself when it still exists; several after a
     * split, none when it is unknown or was dissolved without successor.
     */
    public Set<Agency> of(String code, LocalDate day) {
        Set<String> seen = new LinkedHashSet<>();
        Set<Agency> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(Set.of(code));
        while (!open.isEmpty()) {
            String next = open.poll();
            if (!seen.add(next)) {
                continue;
            }
            agencies.find(next).ifPresent(agency -> {
                if (agency.existsOn(day)) {
                    found.add(agency);
                } else {
                    open.addAll(agency.successors());
                }
            });
        }
        return found;
    }

    /** The only successor; empty when there is none or more than one. */
    public Optional<Agency> only(String code, LocalDate day) {
        Set<Agency> found = of(code, day);
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    /** The codes of {@link #of}. */
    public Set<String> codes(String code, LocalDate day) {
        return of(code, day).stream().map(Agency::code).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
