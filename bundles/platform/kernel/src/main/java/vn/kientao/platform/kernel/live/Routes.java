package vn.kientao.platform.kernel.live;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ReleaseId;
import vn.kientao.platform.kernel.artifact.Cut;
import vn.kientao.platform.kernel.store.Desired;
import vn.kientao.platform.kernel.store.RouteRepository;

/**
 * Holds the route table and the releases that are up. A change is written durably first and swapped in afterwards; when
 * the write fails nothing is swapped. Changes run one at a time.
 */
public final class Routes {
    private final Database database;
    private final RouteRepository repository;
    private final ConcurrentMap<Cut, LiveRelease> alive = new ConcurrentHashMap<>();
    private final Object change = new Object();
    private final Set<ModuleId> expected;
    private final UnaryOperator<Desired> safely;

    /** Read once a request; written while {@link #change} is held. */
    private volatile RouteTable table = RouteTable.EMPTY;

    /**
     * @param expected modules that ship with the platform, whether they have served before or not
     * @param safely what is left off in safe mode; changes nothing otherwise
     */
    public Routes(
            Database database,
            RouteRepository repository,
            Collection<ModuleId> expected,
            UnaryOperator<Desired> safely) {
        this.database = database;
        this.repository = repository;
        this.expected = Set.copyOf(expected);
        this.safely = safely;
    }

    public RouteTable table() {
        return table;
    }

    /** Whether somebody installed the module or it ships with the platform. */
    public boolean knows(ModuleId module) {
        return wanted(table).contains(module);
    }

    /** Modules that should serve: those with a route and those that ship. */
    public Set<ModuleId> wanted() {
        return wanted(table);
    }

    private Set<ModuleId> wanted(RouteTable now) {
        Set<ModuleId> wanted = new HashSet<>(expected);
        wanted.removeAll(now.uninstalled());
        wanted.addAll(now.entries().keySet());
        return wanted;
    }

    /** Remembers that a release is up. It serves once a route names it. */
    public void add(LiveRelease release) {
        alive.put(release.cut(), release);
    }

    /** Forgets a release that is not up any more. */
    public void remove(LiveRelease release) {
        alive.remove(release.cut(), release);
    }

    public Optional<LiveRelease> find(Cut cut) {
        return Optional.ofNullable(alive.get(cut));
    }

    /** A release that is up, by its version; during a development update the one that routes name. */
    public Optional<LiveRelease> find(ReleaseId id) {
        Set<LiveRelease> routed = table.releases();
        return alive.values().stream()
                .filter(release -> release.id().equals(id))
                .reduce((a, b) -> routed.contains(b) ? b : a);
    }

    /** What the database asks for at this moment. */
    public Desired desired() {
        return database.read(repository::desired);
    }

    /** What should serve at this moment: what the database asks for, less what safe mode leaves off. */
    public Desired due() {
        return safely.apply(desired());
    }

    /** Whether somebody else has changed routes since the table was made. */
    public boolean behind() {
        return database.read(repository::generation) != table.generation();
    }

    /**
     * Changes what should serve whom, in one transaction with everything else that {@code work} writes, and swaps the
     * table once that is durable.
     *
     * @return the releases that no route leads to any more
     */
    public Set<LiveRelease> change(Database.Work<?> work) {
        synchronized (change) {
            return swap(database.write(h -> changed(work, h)));
        }
    }

    /** Makes the table follow the database, with the releases that are up. Returns as {@link #change}. */
    public Set<LiveRelease> follow() {
        synchronized (change) {
            return swap(desired());
        }
    }

    /** Leads nowhere any more. Returns the releases that served. */
    public Set<LiveRelease> clear() {
        synchronized (change) {
            Set<LiveRelease> before = table.releases();
            table = RouteTable.EMPTY;
            alive.clear();
            return before;
        }
    }

    private Desired changed(Database.Work<?> work, Handle h) {
        repository.nextGeneration(h);
        work.run(h);
        return repository.desired(h);
    }

    private Set<LiveRelease> swap(Desired desired) {
        RouteTable before = table;
        RouteTable after = RouteTable.of(safely.apply(desired), this::find, before);
        table = after;
        Set<LiveRelease> unused = new HashSet<>(before.releases());
        unused.removeAll(after.releases());
        return unused;
    }
}
