package vn.kientao.platform.kernel.rollout;

import static vn.kientao.platform.kernel.Sentences.refuse;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.RolloutStatus.Kind;
import vn.kientao.platform.api.module.Strategy;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.kernel.artifact.Artifact;
import vn.kientao.platform.kernel.artifact.ArtifactStore;
import vn.kientao.platform.kernel.artifact.Cut;
import vn.kientao.platform.kernel.signature.HoldBack;
import vn.kientao.platform.kernel.store.ArtifactRepository;
import vn.kientao.platform.kernel.store.ReleaseRepository;
import vn.kientao.platform.kernel.store.ReleaseRow;
import vn.kientao.platform.kernel.store.RolloutRepository;
import vn.kientao.platform.kernel.store.RolloutRepository.Beginning;
import vn.kientao.platform.kernel.store.RouteRepository;

/** Begins rollouts, one a module at a time, and runs them on its own threads. */
public final class Rollouts implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Rollouts.class);

    /** Whose rollouts wait for nobody: the platform's own, at its start. */
    private static final String STARTING = Actor.system("start").account();

    private final Database database;
    private final ArtifactStore store;
    private final ArtifactRepository artifacts;
    private final ReleaseRepository releases;
    private final RolloutRepository rollouts;
    private final RouteRepository routes;
    private final RolloutRun run;
    private final Pruning pruning;
    private final Journal journal;
    private final Supplier<Policy> policy;
    private final Clock clock;
    private final String node;
    private final ConcurrentMap<Long, Running> running = new ConcurrentHashMap<>();
    private final CountDownLatch open = new CountDownLatch(1);
    private final Stop stop;
    private final ExecutorService threads;

    public Rollouts(
            Database database,
            ArtifactStore store,
            ArtifactRepository artifacts,
            ReleaseRepository releases,
            RolloutRepository rollouts,
            RouteRepository routes,
            RolloutRun run,
            Pruning pruning,
            Journal journal,
            Supplier<Policy> policy,
            Clock clock,
            String node,
            Stop stop) {
        this.database = database;
        this.store = store;
        this.artifacts = artifacts;
        this.releases = releases;
        this.rollouts = rollouts;
        this.routes = routes;
        this.run = run;
        this.pruning = pruning;
        this.journal = journal;
        this.policy = policy;
        this.clock = clock;
        this.node = node;
        this.stop = stop;
        this.threads = Executors.newCachedThreadPool(stop.threads("kientao-rollout"));
    }

    /** Lets rollouts run; those that were asked for earlier have waited for it. */
    void open() {
        open.countDown();
    }

    /** Whether this node is rolling the module out now. */
    boolean running(ModuleId module) {
        return running.values().stream().anyMatch(rollout -> rollout.module().equals(module));
    }

    /**
     * Stores the artifact and begins to roll it out.
     *
     * @throws ReleaseRefusedException when it may not replace what serves
     */
    public long begin(Artifact artifact, Strategy strategy, String account) {
        database.read(h -> kindOf(h, artifact.cut()));
        store.storeContent(artifact);
        Order order = database.write(h -> {
            Kind kind = kindOf(h, artifact.cut());
            keep(h, artifact, account);
            return begin(h, kind, artifact.cut(), strategy, account);
        });
        store.keepFile(artifact);
        return start(order);
    }

    /**
     * Stores the artifact without doing anything with it.
     *
     * @throws ReleaseRefusedException as {@link #begin}
     */
    Kind receive(Artifact artifact, String account) {
        database.read(h -> kindOf(h, artifact.cut()));
        store.storeContent(artifact);
        Kind kind = database.write(h -> {
            Kind now = kindOf(h, artifact.cut());
            keep(h, artifact, account);
            return now;
        });
        store.keepFile(artifact);
        return kind;
    }

    /** Begins with an artifact that is stored, in the transaction in which {@code ready} says that it may. */
    long begin(Cut cut, Kind kind, Strategy strategy, String account, Consumer<Handle> ready) {
        return start(database.write(h -> {
            ready.accept(h);
            refuseWhenRunning(h, cut.module());
            return begin(h, kind, cut, strategy, account);
        }));
    }

    /**
     * Begins to go back to the version that served before the live one.
     *
     * @param version the one to go back to; empty for the one that served last before
     * @throws ReleaseRefusedException when there is none, or the way back is closed
     */
    public long beginRollBack(ModuleId module, Optional<Version> version, String account) {
        return start(database.write(h -> {
            refuseWhenRunning(h, module);
            return begin(h, Kind.ROLLBACK, wayBack(h, module, version), Strategy.atOnce(), account);
        }));
    }

    /**
     * The release that a roll-back leads to.
     *
     * @throws ReleaseRefusedException as {@link #beginRollBack}
     */
    Cut wayBack(Handle h, ModuleId module, Optional<Version> version) {
        Cut live = live(h, module).orElseThrow(() -> refuse("kernel.refused.unknown-module", module));
        List<ReleaseRow> known = releases.ofModule(h, module);
        return version.isPresent() ? WayBack.to(version.get(), live, known) : WayBack.from(live, known);
    }

    /**
     * Begins to take the module away.
     *
     * @throws ReleaseRefusedException when it is not installed or being rolled out
     */
    public long beginUninstall(ModuleId module, String account) {
        return start(database.write(h -> {
            refuseWhenRunning(h, module);
            Cut live = live(h, module).orElseThrow(() -> refuse("kernel.refused.unknown-module", module));
            return begin(h, Kind.UNINSTALL, live, Strategy.atOnce(), account);
        }));
    }

    /**
     * Begins to throw away what an uninstalled module has left.
     *
     * @throws ReleaseRefusedException when it is installed, or has left nothing
     */
    public long beginPurge(ModuleId module, String account) {
        return start(database.write(h -> {
            refuseWhenRunning(h, module);
            if (live(h, module).isPresent()) {
                throw refuse("kernel.refused.still-installed", module);
            }
            Cut last = releases.ofModule(h, module).stream()
                    .findFirst()
                    .map(ReleaseRow::cut)
                    .orElseThrow(() -> refuse("kernel.refused.unknown-module", module));
            return begin(h, Kind.PURGE, last, Strategy.atOnce(), account);
        }));
    }

    /** Takes up what the last run of the platform has left. */
    void goOn(RolloutStatus rollout) {
        Order order = journal.order(rollout);
        start(order, () -> run.goOn(order, rollout.step(), rollout.progress().stage()));
    }

    /** Waits for the end of a rollout, wherever it runs. */
    public RolloutStatus await(long id, long seconds) throws TimeoutException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (true) {
            RolloutStatus status = journal.find(id)
                    .orElseThrow(
                            () -> new IllegalArgumentException("rollout " + id + " (expected: one that was begun)"));
            if (status.ended()) {
                return status;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new TimeoutException("rollout " + id + " has not ended within " + seconds + " s");
            }
            pause(id, Math.min(left, TimeUnit.MILLISECONDS.toNanos(500)));
        }
    }

    @Override
    public void close() {
        stop.end(threads, "A rollout");
    }

    private void keep(Handle h, Artifact artifact, String account) {
        artifacts.add(h, artifact, clock.instant(), account);
        releases.put(h, artifact);
    }

    private Order begin(Handle h, Kind kind, Cut cut, Strategy strategy, String account) {
        if (kind != Kind.UNINSTALL && kind != Kind.PURGE) {
            HoldBack.of(h, cut.module()).refuse(cut.version());
        }
        Optional<Cut> live = live(h, cut.module());
        Strategy stages = live.isEmpty() ? Strategy.atOnce() : strategy;
        boolean system = account.startsWith(STARTING);
        Beginning beginning = new Beginning(
                kind,
                live.map(Cut::version),
                cut,
                account,
                stages,
                !system && policy.get().needsApproval(kind));
        long id = rollouts.begin(h, beginning, node, clock.instant());
        journal.audit(h, verb(kind), cut, Optional.empty(), account, "rollout-" + id);
        return new Order(id, kind, cut, account, stages);
    }

    private static String verb(Kind kind) {
        return switch (kind) {
            case INSTALL, UPDATE -> "receive";
            case ROLLBACK -> "ask-roll-back";
            case UNINSTALL -> "ask-uninstall";
            case PURGE -> "ask-purge";
        };
    }

    private long start(Order order) {
        start(order, () -> run.run(order));
        return order.id();
    }

    private void start(Order order, Runnable work) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        running.put(order.id(), new Running(order.cut().module(), end));
        threads.execute(() -> {
            try {
                open.await();
                work.run();
                pruning.prune(order.cut().module());
            } catch (Interrupted | InterruptedException e) {
                log.info("Rollout {} is left to the next start", order.id());
            } catch (RuntimeException e) {
                log.error("Rollout {} of {}", order.id(), order.cut(), e);
            } finally {
                running.remove(order.id());
                end.complete(null);
            }
        });
    }

    private Kind kindOf(Handle h, Cut cut) {
        refuseWhenRunning(h, cut.module());
        Optional<ReleaseRow> known = releases.find(h, cut.module(), cut.version());
        if (known.isPresent() && !known.get().cut().equals(cut) && !Cut.development(cut.version())) {
            throw refuse("kernel.refused.other-content", cut.module(), cut.version());
        }
        Optional<Cut> live = live(h, cut.module());
        if (live.isEmpty()) {
            return Kind.INSTALL;
        }
        if (live.get().equals(cut)) {
            throw refuse("kernel.refused.serves-already", cut.module(), cut.version());
        }
        if (live.get().version().compareTo(cut.version()) > 0) {
            throw refuse(
                    "kernel.refused.older",
                    cut.module(),
                    cut.version(),
                    live.get().version());
        }
        return Kind.UPDATE;
    }

    private void refuseWhenRunning(Handle h, ModuleId module) {
        rollouts.running(h, module).ifPresent(other -> {
            throw refuse("kernel.refused.running", module, other.id(), other.to());
        });
    }

    private Optional<Cut> live(Handle h, ModuleId module) {
        return routes.desired(h).standard(module);
    }

    private void pause(long id, long nanos) throws InterruptedException {
        Running rollout = running.get(id);
        if (rollout == null) {
            TimeUnit.NANOSECONDS.sleep(Math.min(nanos, TimeUnit.MILLISECONDS.toNanos(50)));
            return;
        }
        try {
            rollout.end().get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            log.trace("Rollout {} is still running", id);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("the end of a rollout is never an exception", e);
        }
    }

    private record Running(ModuleId module, CompletableFuture<Void> end) {}
}
