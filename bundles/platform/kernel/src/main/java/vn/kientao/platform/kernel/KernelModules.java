package vn.kientao.platform.kernel;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.osgi.framework.Version;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.ModuleState;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.live.Exclusions;
import vn.kientao.platform.kernel.live.LiveRelease;
import vn.kientao.platform.kernel.live.RouteTable.Entry;
import vn.kientao.platform.kernel.live.Routes;
import vn.kientao.platform.kernel.rollout.Troubles;
import vn.kientao.platform.kernel.rollout.WayBack;
import vn.kientao.platform.kernel.store.Desired.Wanted;
import vn.kientao.platform.kernel.store.ReleaseRepository;
import vn.kientao.platform.kernel.store.ReleaseRow;
import vn.kientao.platform.kernel.store.RolloutRepository;
import vn.kientao.platform.kernel.store.RouteRepository;

/** Tells how modules stand: what the database wants, and what of it is up on this node. */
final class KernelModules implements Modules {
    private final Database database;
    private final Routes routes;
    private final RouteRepository routeRows;
    private final ReleaseRepository releaseRows;
    private final RolloutRepository rolloutRows;
    private final Troubles troubles;
    private final Exclusions exclusions;

    KernelModules(
            Database database,
            Routes routes,
            RouteRepository routeRows,
            ReleaseRepository releaseRows,
            RolloutRepository rolloutRows,
            Troubles troubles,
            Exclusions exclusions) {
        this.database = database;
        this.routes = routes;
        this.routeRows = routeRows;
        this.releaseRows = releaseRows;
        this.rolloutRows = rolloutRows;
        this.troubles = troubles;
        this.exclusions = exclusions;
    }

    @Override
    public List<ModuleStatus> all() {
        return database.read(h -> routes.wanted().stream()
                .sorted()
                .map(module -> status(h, module))
                .toList());
    }

    @Override
    public Optional<ModuleStatus> find(ModuleId id) {
        return routes.knows(id) ? Optional.of(database.read(h -> status(h, id))) : Optional.empty();
    }

    @Override
    public List<RolloutStatus> rollouts(int limit) {
        return database.read(h -> rolloutRows.newest(h, limit));
    }

    @Override
    public Optional<RolloutStatus> rollout(long id) {
        return database.read(h -> rolloutRows.find(h, id));
    }

    @Override
    public List<ModuleId> missing() {
        return routes.wanted().stream()
                .filter(module ->
                        live(module).isEmpty() && exclusions.ofAny(module).isEmpty())
                .sorted()
                .toList();
    }

    // Interim: replaced on this branch before it lands.
    @Override
    public List<vn.kientao.platform.api.module.ReleaseHistory> history(ModuleId module) {
        return List.of();
    }

    @Override
    public Optional<vn.kientao.platform.api.module.Plan> plan(long id) {
        return Optional.empty();
    }

    @Override
    public vn.kientao.platform.api.module.Publication publication(ModuleId module) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<vn.kientao.platform.api.module.ModuleUsage> usage(ModuleId module) {
        return List.of();
    }

    @Override
    public Optional<vn.kientao.platform.api.module.SafeMode> safeMode() {
        return Optional.empty();
    }

    private ModuleStatus status(Handle h, ModuleId module) {
        Optional<LiveRelease> live = live(module);
        Optional<Wanted> wanted =
                Optional.ofNullable(routeRows.desired(h).modules().get(module));
        List<ReleaseRow> known = releaseRows.ofModule(h, module);
        List<Version> retained = wanted.map(Wanted::standard)
                .map(cut -> WayBack.open(cut, known).stream()
                        .map(ReleaseRow::version)
                        .toList())
                .orElse(List.of());
        return new ModuleStatus(
                module,
                name(module, live, known),
                state(h, module, live),
                live.map(LiveRelease::manifest),
                live.flatMap(release -> routes.table().find(module)).map(Entry::since),
                retained,
                wanted.map(Wanted::off).orElse(Set.of()),
                troubles.worst(module));
    }

    private ModuleState state(Handle h, ModuleId module, Optional<LiveRelease> live) {
        if (live.isEmpty()) {
            return ModuleState.AWAY;
        }
        return rolloutRows.running(h, module).isPresent() ? ModuleState.ROLLING_OUT : ModuleState.LIVE;
    }

    private Optional<LiveRelease> live(ModuleId module) {
        return routes.table().find(module).flatMap(Entry::standard);
    }

    private static LocalText name(ModuleId module, Optional<LiveRelease> live, List<ReleaseRow> known) {
        return live.map(LiveRelease::manifest)
                .map(ModuleManifest::name)
                .or(() -> known.stream().findFirst().map(ReleaseRow::name))
                .orElseGet(() -> LocalText.same(module.value()));
    }
}
