package vn.kientao.platform.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.osgi.framework.Version;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.ModuleState;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.ModuleUsage;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.module.Plan;
import vn.kientao.platform.api.module.Publication;
import vn.kientao.platform.api.module.ReleaseHistory;
import vn.kientao.platform.api.module.ReleaseHistory.Way;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.SafeMode;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.live.Exclusions;
import vn.kientao.platform.kernel.live.LiveRelease;
import vn.kientao.platform.kernel.live.RouteTable.Entry;
import vn.kientao.platform.kernel.live.Routes;
import vn.kientao.platform.kernel.live.Usage;
import vn.kientao.platform.kernel.rollout.Plans;
import vn.kientao.platform.kernel.rollout.SafeStart;
import vn.kientao.platform.kernel.rollout.Troubles;
import vn.kientao.platform.kernel.rollout.WayBack;
import vn.kientao.platform.kernel.store.Desired.Wanted;
import vn.kientao.platform.kernel.store.PublicationRepository;
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
    private final PublicationRepository publicationRows;
    private final Plans plans;
    private final SafeStart safeStart;
    private final Troubles troubles;
    private final Exclusions exclusions;

    KernelModules(
            Database database,
            Routes routes,
            RouteRepository routeRows,
            ReleaseRepository releaseRows,
            RolloutRepository rolloutRows,
            PublicationRepository publicationRows,
            Plans plans,
            SafeStart safeStart,
            Troubles troubles,
            Exclusions exclusions) {
        this.database = database;
        this.routes = routes;
        this.routeRows = routeRows;
        this.releaseRows = releaseRows;
        this.rolloutRows = rolloutRows;
        this.publicationRows = publicationRows;
        this.plans = plans;
        this.safeStart = safeStart;
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
                .filter(module -> live(module).isEmpty()
                        && exclusions.ofAny(module).isEmpty()
                        && !troubles.has(Troubles.Kind.AWAY, module))
                .sorted()
                .toList();
    }

    @Override
    public List<ReleaseHistory> history(ModuleId module) {
        return database.read(h -> {
            List<ReleaseRow> known = releaseRows.ofModule(h, module);
            Optional<Wanted> wanted =
                    Optional.ofNullable(routeRows.desired(h).modules().get(module));
            return known.stream().map(row -> history(row, known, wanted)).toList();
        });
    }

    private static ReleaseHistory history(ReleaseRow row, List<ReleaseRow> known, Optional<Wanted> wanted) {
        Set<String> agencies = wanted.map(Wanted::diverted).orElse(Map.of()).entrySet().stream()
                .filter(route -> route.getValue().equals(row.cut()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        boolean live = wanted.map(Wanted::standard).filter(row.cut()::equals).isPresent();
        Optional<LocalText> problem =
                wanted.map(Wanted::standard).filter(cut -> !live).flatMap(cut -> WayBack.problem(row, cut, known));
        boolean returnable = wanted.isPresent() && problem.isEmpty();
        Way way = live ? Way.LIVE : !agencies.isEmpty() ? Way.CANARY : returnable ? Way.RETURNABLE : Way.GONE;
        return new ReleaseHistory(
                row.version(),
                row.cut().sha256(),
                row.publisher(),
                row.servedAt(),
                way,
                agencies,
                way == Way.GONE ? problem : Optional.empty());
    }

    @Override
    public Optional<Plan> plan(long id) {
        return plans.find(id);
    }

    @Override
    public Publication publication(ModuleId module) {
        return database.read(h -> publicationRows.find(h, module));
    }

    @Override
    public List<ModuleUsage> usage(ModuleId module) {
        return Usage.of(routes.table().releases().stream()
                .filter(release -> release.id().module().equals(module))
                .toList());
    }

    @Override
    public Optional<SafeMode> safeMode() {
        return safeStart.mode();
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
