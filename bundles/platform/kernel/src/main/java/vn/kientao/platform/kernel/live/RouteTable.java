package vn.kientao.platform.kernel.live;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.kernel.artifact.Cut;
import vn.kientao.platform.kernel.store.Desired;
import vn.kientao.platform.kernel.store.Desired.Wanted;

/**
 * Which release serves whom, on this node. Never changed, only replaced.
 *
 * @param generation of the desired state it was made from
 * @param uninstalled modules that somebody took away
 */
public record RouteTable(long generation, Map<ModuleId, Entry> entries, Set<ModuleId> uninstalled) {

    /** The table before anything is known. */
    public static final RouteTable EMPTY = new RouteTable(-1, Map.of(), Set.of());

    public RouteTable {
        entries = Map.copyOf(entries);
        uninstalled = Set.copyOf(uninstalled);
    }

    /**
     * The table that {@code desired} asks for, as far as its releases are alive. Where one is not, whoever serves by
     * {@code before} goes on.
     */
    static RouteTable of(Desired desired, Function<Cut, Optional<LiveRelease>> alive, RouteTable before) {
        Map<ModuleId, Entry> entries = new HashMap<>();
        desired.modules().forEach((module, wanted) -> entries.put(module, entry(wanted, alive, before.find(module))));
        return new RouteTable(desired.generation(), entries, desired.uninstalled());
    }

    public Optional<Entry> find(ModuleId module) {
        return Optional.ofNullable(entries.get(module));
    }

    /** Every release that a route leads to. */
    public Set<LiveRelease> releases() {
        Set<LiveRelease> releases = new HashSet<>();
        for (Entry entry : entries.values()) {
            entry.standard().ifPresent(releases::add);
            releases.addAll(entry.diverted().values());
        }
        return releases;
    }

    private static Entry entry(Wanted wanted, Function<Cut, Optional<LiveRelease>> alive, Optional<Entry> before) {
        Optional<LiveRelease> standard = alive.apply(wanted.standard()).or(() -> before.flatMap(Entry::standard));
        Map<String, LiveRelease> diverted = new HashMap<>();
        wanted.diverted()
                .forEach((agency, cut) -> alive.apply(cut)
                        .or(() -> before.map(entry -> entry.diverted().get(agency)))
                        .ifPresent(release -> diverted.put(agency, release)));
        return new Entry(standard, wanted.since(), diverted, wanted.off());
    }

    /**
     * The routes of one module.
     *
     * @param standard empty when the release that should serve is not up
     * @param diverted agency code → the release that serves it instead
     */
    public record Entry(
            Optional<LiveRelease> standard, Instant since, Map<String, LiveRelease> diverted, Set<String> off) {

        public Entry {
            requireNonNull(standard, "standard");
            requireNonNull(since, "since");
            diverted = Map.copyOf(diverted);
            off = Set.copyOf(off);
        }

        /** The release for an agency, whether the module is on for it or not. */
        public Optional<LiveRelease> release(String agency) {
            LiveRelease own = diverted.get(agency);
            return own == null ? standard : Optional.of(own);
        }
    }
}
