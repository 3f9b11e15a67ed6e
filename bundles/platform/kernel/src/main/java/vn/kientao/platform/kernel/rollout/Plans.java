package vn.kientao.platform.kernel.rollout;

import static vn.kientao.platform.kernel.Sentences.refuse;
import static vn.kientao.platform.kernel.Sentences.say;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.MigrationScripts;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.module.ImpactSource;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.ModuleManifest.DeclaredPermission;
import vn.kientao.platform.api.module.Plan;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.module.RolloutStatus.Kind;
import vn.kientao.platform.api.module.Strategy;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.time.WorkingCalendar;
import vn.kientao.platform.kernel.artifact.Artifact;
import vn.kientao.platform.kernel.artifact.ArtifactStore;
import vn.kientao.platform.kernel.artifact.Changelog;
import vn.kientao.platform.kernel.artifact.Cut;
import vn.kientao.platform.kernel.artifact.JarScripts;
import vn.kientao.platform.kernel.artifact.Reception;
import vn.kientao.platform.kernel.live.LiveRelease;
import vn.kientao.platform.kernel.live.RouteTable.Entry;
import vn.kientao.platform.kernel.live.Routes;
import vn.kientao.platform.kernel.store.Desired.Wanted;
import vn.kientao.platform.kernel.store.PlanRepository;
import vn.kientao.platform.kernel.store.PlanRepository.PlanRow;
import vn.kientao.platform.kernel.store.RouteRepository;

/**
 * Says what a change would do before anybody says yes (phương án), and begins it only as long as modules stand as they
 * stood then.
 */
public final class Plans {
    private static final Logger log = LoggerFactory.getLogger(Plans.class);
    private static final Duration KEPT = Duration.ofDays(7);

    private final Database database;
    private final Migrations migrations;
    private final ArtifactStore store;
    private final PlanRepository plans;
    private final RouteRepository routeRows;
    private final Routes routes;
    private final Rollouts rollouts;
    private final Removal removal;
    private final Agencies agencies;
    private final WorkingCalendar calendar;
    private final Supplier<List<ImpactSource>> impacts;
    private final Supplier<Policy> policy;
    private final Path folder;
    private final Clock clock;

    public Plans(
            Database database,
            Migrations migrations,
            ArtifactStore store,
            PlanRepository plans,
            RouteRepository routeRows,
            Routes routes,
            Rollouts rollouts,
            Removal removal,
            Agencies agencies,
            WorkingCalendar calendar,
            Supplier<List<ImpactSource>> impacts,
            Supplier<Policy> policy,
            Path folder,
            Clock clock) {
        this.database = database;
        this.migrations = migrations;
        this.store = store;
        this.plans = plans;
        this.routeRows = routeRows;
        this.routes = routes;
        this.rollouts = rollouts;
        this.removal = removal;
        this.agencies = agencies;
        this.calendar = calendar;
        this.impacts = impacts;
        this.policy = policy;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Stores the artifact and plans with it.
     *
     * @throws ReleaseRefusedException when it may not replace what serves
     */
    public Plan plan(Artifact artifact, String account) {
        Kind kind = rollouts.receive(artifact, account);
        return plan(kind, artifact.cut(), account);
    }

    /**
     * Plans to go back to a version that was received before.
     *
     * @throws ReleaseRefusedException when it cannot be gone back to
     */
    public Plan planReturn(ModuleId module, Version version, String account) {
        Cut cut = database.read(h -> rollouts.wayBack(h, module, Optional.of(version)));
        return plan(Kind.ROLLBACK, cut, account);
    }

    /**
     * Begins what a plan says.
     *
     * @return the id of the rollout
     * @throws ReleaseRefusedException when modules stand otherwise now, or nothing may change at this hour
     */
    public long apply(long id, Strategy strategy, String account) {
        PlanRow plan = database.read(h -> plans.find(h, id)).orElseThrow(() -> refuse("kernel.refused.no-plan", id));
        refuseQuiet(plan.kind());
        refuseUnknown(strategy);
        return rollouts.begin(plan.to(), plan.kind(), strategy, account, h -> {
            if (!plan.basis().equals(basis(h, plan.to().module()))) {
                throw refuse("kernel.refused.plan-stale", id, plan.to().module());
            }
        });
    }

    /**
     * Stores the artifact and begins to roll it out without anybody looking at a plan.
     *
     * @return the id of the rollout
     * @throws ReleaseRefusedException when it may not replace what serves, or nothing may change at this hour
     */
    public long rollOut(Artifact artifact, Strategy strategy, String account) {
        refuseQuiet(Kind.UPDATE);
        refuseUnknown(strategy);
        return rollouts.begin(artifact, strategy, account);
    }

    /** The plan as it looks now. */
    public Optional<Plan> find(long id) {
        return database.read(h -> plans.find(h, id))
                .flatMap(row -> store.find(row.to().sha256()).map(artifact -> look(row, artifact)));
    }

    private void refuseQuiet(Kind kind) {
        quiet(kind).ifPresent(reason -> {
            throw new ReleaseRefusedException(reason);
        });
    }

    private void refuseUnknown(Strategy strategy) {
        for (Strategy.Scope scope : strategy.stages()) {
            if (scope instanceof Strategy.Scope.Agencies named) {
                named.codes().stream()
                        .filter(code -> agencies.find(code).isEmpty())
                        .findFirst()
                        .ifPresent(code -> {
                            throw refuse("kernel.refused.unknown-agency", code);
                        });
            }
        }
    }

    private Plan plan(Kind kind, Cut cut, String account) {
        Instant now = clock.instant();
        long id = database.write(h -> {
            plans.removeOlder(h, cut.module(), now.minus(KEPT));
            return plans.add(h, kind, cut, account, now, basis(h, cut.module()));
        });
        return find(id).orElseThrow(() -> refuse("kernel.failed.artifact-gone", cut.module(), cut.version()));
    }

    /** How the module stands, as one word: what serves whom, and what is being rolled out. */
    private String basis(Handle h, ModuleId module) {
        Optional<Wanted> wanted =
                Optional.ofNullable(routeRows.desired(h).modules().get(module));
        String words = wanted.map(now -> now.standard().sha256()
                        + new TreeMap<>(now.diverted().entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        route -> route.getValue().sha256()))))
                .orElse("-");
        return HexFormat.of().formatHex(Reception.digest().digest(words.getBytes(StandardCharsets.UTF_8)));
    }

    private Plan look(PlanRow row, Artifact artifact) {
        ModuleManifest manifest = artifact.manifest();
        ModuleId module = manifest.id();
        Optional<Entry> entry = routes.table().find(module);
        Optional<LiveRelease> live = entry.flatMap(Entry::standard);
        boolean current = database.read(h -> row.basis().equals(basis(h, module)));
        Optional<Version> from =
                database.read(h -> routeRows.desired(h).standard(module)).map(Cut::version);
        List<String> expand = row.kind() == Kind.ROLLBACK
                ? List.of()
                : migrations.pendingExpand(module.value(), JarScripts.of(artifact.file()));
        List<String> contract = row.kind() == Kind.UPDATE ? contract(live) : List.of();
        return new Plan(
                row.id(),
                module,
                manifest.name(),
                row.kind(),
                from,
                manifest.version(),
                row.by(),
                row.at(),
                current,
                artifact.verdict().sentence(),
                artifact.size(),
                freeBytes(),
                expand,
                contract,
                live.map(release -> removal.usersOf(release.bundle())).orElse(List.of()),
                servedAgencies(entry),
                touched(module),
                live.map(LiveRelease::manifest).map(ModuleManifest::api),
                manifest.api(),
                permissions(manifest, live.map(LiveRelease::manifest)),
                live.map(LiveRelease::manifest)
                        .map(before -> permissions(before, Optional.of(manifest)))
                        .orElse(List.of()),
                Changelog.between(artifact.file(), from, manifest.version()),
                warnings(row, entry, contract),
                refusal(row, current));
    }

    private List<String> contract(Optional<LiveRelease> live) {
        return live.map(release -> MigrationScripts.of(release.bundle()))
                .filter(scripts ->
                        migrations.contractPending(live.get().id().module().value(), scripts))
                .map(scripts -> scripts.in("db/contract").stream()
                        .map(MigrationScripts.Script::name)
                        .toList())
                .orElse(List.of());
    }

    private long freeBytes() {
        try {
            return Files.getFileStore(Files.createDirectories(folder)).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask how much room there is in " + folder, e);
        }
    }

    private Set<String> servedAgencies(Optional<Entry> entry) {
        Set<String> served = agencies.on(LocalDate.now(clock)).stream()
                .map(Agency::code)
                .collect(Collectors.toCollection(TreeSet::new));
        entry.map(Entry::off).ifPresent(served::removeAll);
        return served;
    }

    private List<ImpactSource.Impact> touched(ModuleId module) {
        List<ImpactSource.Impact> touched = new ArrayList<>();
        for (ImpactSource source : impacts.get()) {
            try {
                touched.addAll(source.impact(module));
            } catch (RuntimeException e) {
                log.error("A room cannot say what people have under way in {}", module, e);
            }
        }
        return touched;
    }

    private static List<Permission> permissions(ModuleManifest of, Optional<ModuleManifest> less) {
        Set<Permission> known = less.map(ModuleManifest::permissions).orElse(List.of()).stream()
                .map(DeclaredPermission::permission)
                .collect(Collectors.toSet());
        return of.permissions().stream()
                .map(DeclaredPermission::permission)
                .filter(permission -> !known.contains(permission))
                .toList();
    }

    private List<LocalText> warnings(PlanRow row, Optional<Entry> entry, List<String> contract) {
        List<LocalText> warnings = new ArrayList<>();
        if (!contract.isEmpty()) {
            warnings.add(say("kernel.plan.warn-contract", row.to().module()));
        }
        entry.filter(now -> !now.diverted().isEmpty())
                .ifPresent(now -> warnings.add(
                        say("kernel.plan.warn-diverted", now.diverted().size())));
        if (policy.get().needsApproval(row.kind())) {
            warnings.add(say("kernel.plan.warn-approval"));
        }
        return warnings;
    }

    private Optional<LocalText> refusal(PlanRow row, boolean current) {
        if (!current) {
            return Optional.of(
                    say("kernel.refused.plan-stale", row.id(), row.to().module()));
        }
        return quiet(row.kind());
    }

    /** In the quiet hours only what a second person approves may begin, and every roll-back. */
    private Optional<LocalText> quiet(Kind kind) {
        Policy now = policy.get();
        boolean refused =
                kind != Kind.ROLLBACK && !now.needsApproval(kind) && now.quiet(ZonedDateTime.now(clock), calendar);
        return refused ? Optional.of(say("kernel.refused.quiet", hours(now))) : Optional.empty();
    }

    private static String hours(Policy policy) {
        return policy.quiet().stream()
                .map(hours -> hours.from() + "–" + hours.to())
                .collect(Collectors.joining(", "));
    }
}
