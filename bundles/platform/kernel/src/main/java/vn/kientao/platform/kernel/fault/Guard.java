package vn.kientao.platform.kernel.fault;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.kernel.live.LiveRelease;
import vn.kientao.platform.kernel.live.Routes;

/** The thread that watches over all releases, four times a second. */
final class Guard implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Guard.class);
    private static final long LOOK_EVERY_MILLIS = 250;
    private static final long STOP_SECONDS = 5;
    private static final int LOOKS_A_SECOND = 4;
    private static final int SELDOM = 5 * LOOKS_A_SECOND;
    private static final int QUOTAS_EVERY = 60 * LOOKS_A_SECOND;

    private final Routes routes;
    private final Quarantine quarantine;
    private final Crowding crowding;
    private final Suspects suspects;
    private final Optional<MemoryWatch> memory;
    private final Quotas quotas;
    // It must get its turn while a module takes all of the processor.
    @SuppressWarnings("ThreadPriorityCheck")
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread guard = new Thread(task, "kientao-guard");
        guard.setDaemon(true);
        guard.setPriority(Thread.MAX_PRIORITY);
        return guard;
    });

    private long looks;

    Guard(
            Routes routes,
            Quarantine quarantine,
            Crowding crowding,
            Suspects suspects,
            Optional<MemoryWatch> memory,
            Quotas quotas) {
        this.routes = routes;
        this.quarantine = quarantine;
        this.crowding = crowding;
        this.suspects = suspects;
        this.memory = memory;
        this.quotas = quotas;
    }

    /** @param seldom what else is to be done every five seconds */
    void open(Runnable seldom) {
        // tick() answers for its own failures; closing the thread ends it.
        Future<?> unused = thread.scheduleWithFixedDelay(
                () -> tick(seldom), LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Waits for the look under way instead of interrupting it: it may be writing to the database. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                log.warn("The guard of modules does not stop within {} s", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tick(Runnable seldom) {
        try {
            look(System.nanoTime());
            if (looks % SELDOM == 0) {
                seldom.run();
            }
        } catch (RuntimeException | LinkageError e) {
            log.error("Cannot watch over the modules; trying again", e);
        }
    }

    private void look(long now) {
        looks++;
        memory.ifPresent(watch -> watch.look(now));
        Collection<LiveRelease> releases = routes.table().releases();
        if (looks % LOOKS_A_SECOND == 0) {
            crowding.look(releases, now).forEach((release, reason) -> {
                if (!quarantine.holds(release.cut())) {
                    quarantine.put(release, reason);
                }
            });
        }
        if (looks % SELDOM == 0) {
            suspects.sample(releases);
            followDatabase();
        }
        if (looks % QUOTAS_EVERY == 0) {
            quotas.look(releases, now);
        }
    }

    /** Other nodes put releases into quarantine and lift it, too. */
    private void followDatabase() {
        quarantine.load();
        if (!quarantine.isEmpty()) {
            quarantine.keep(routes.desired().cuts());
        }
    }
}
