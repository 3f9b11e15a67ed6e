package vn.kientao.platform.kernel.fault;

import static vn.kientao.platform.kernel.Sentences.say;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.kernel.live.LeasingRouter;
import vn.kientao.platform.kernel.live.Routes;
import vn.kientao.platform.kernel.rollout.Troubles;
import vn.kientao.platform.kernel.store.QuarantineRepository;

/** Puts the protection of releases from each other together. */
public final class Faults implements AutoCloseable {
    private final Quarantine quarantine;
    private final LeasingRouter router;
    private final Crumb crumb;
    private final Guard guard;

    /** @param state folder of the platform's state on this node */
    public Faults(
            FaultSettings settings,
            Path state,
            Database database,
            Routes routes,
            AuditTrail audit,
            Troubles troubles,
            Clock clock) {
        this.quarantine = new Quarantine(database, new QuarantineRepository(), audit, troubles, clock);
        this.router = new LeasingRouter(routes, quarantine, settings.mostRequests());
        this.crumb = new Crumb(state.resolve("memory-suspect"));
        Suspects suspects = new Suspects();
        Optional<MemoryWatch> memory = Heap.ofThisMachine()
                .filter(heap -> settings.memoryShare() > 0)
                .map(heap -> new MemoryWatch(
                        heap,
                        settings.memoryShare(),
                        suspects,
                        crumb,
                        () -> routes.table().releases(),
                        quarantine::put,
                        () -> Runtime.getRuntime().halt(MemoryWatch.EXIT)));
        Quotas quotas = new Quotas(settings, troubles, System.nanoTime());
        this.guard = new Guard(routes, quarantine, new Crowding(settings), suspects, memory, quotas);
        quarantine.load();
        crumb.pickUp(say("kernel.quarantine.died"), clock.instant()).ifPresent(quarantine::put);
    }

    /** @param seldom what else is to be done every five seconds */
    public void open(Runnable seldom) {
        guard.open(seldom);
    }

    @Override
    public void close() {
        guard.close();
        crumb.remove();
    }

    public LeasingRouter router() {
        return router;
    }

    public Quarantine quarantine() {
        return quarantine;
    }
}
