package vn.kientao.platform.kernel.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.kernel.artifact.Cut;

/**
 * What should serve whom, as the database says. The route table of each node is made from it.
 *
 * @param generation grows with every change
 * @param uninstalled modules that somebody took away
 */
public record Desired(long generation, Map<ModuleId, Wanted> modules, Set<ModuleId> uninstalled) {

    public Desired {
        modules = Map.copyOf(modules);
        uninstalled = Set.copyOf(uninstalled);
    }

    /** The release for everybody who is not diverted; empty when the module is not installed. */
    public Optional<Cut> standard(ModuleId module) {
        return Optional.ofNullable(modules.get(module)).map(Wanted::standard);
    }

    /** The same with {@code cut} for everybody of its module, and nobody diverted. */
    public Desired with(Cut cut) {
        Map<ModuleId, Wanted> others = new HashMap<>(modules);
        others.computeIfPresent(
                cut.module(), (module, wanted) -> new Wanted(cut, wanted.since(), Map.of(), wanted.off()));
        return new Desired(generation, others, uninstalled);
    }

    /** The same without the module. */
    public Desired without(ModuleId module) {
        Map<ModuleId, Wanted> others = new HashMap<>(modules);
        others.remove(module);
        return new Desired(generation, others, uninstalled);
    }

    /** Every release that should be alive. */
    public Set<Cut> cuts() {
        return modules.values().stream()
                .flatMap(wanted -> Stream.concat(Stream.of(wanted.standard()), wanted.diverted().values().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What should serve for one module.
     *
     * @param standard the release for everybody else
     * @param since when it began to serve
     * @param diverted agency code → the release that serves it instead
     * @param off codes of the agencies for which the module is off
     */
    public record Wanted(Cut standard, Instant since, Map<String, Cut> diverted, Set<String> off) {
        public Wanted {
            requireNonNull(standard, "standard");
            requireNonNull(since, "since");
            diverted = Map.copyOf(diverted);
            off = Set.copyOf(off);
        }
    }
}
