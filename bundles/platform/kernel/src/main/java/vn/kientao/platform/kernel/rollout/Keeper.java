package vn.kientao.platform.kernel.rollout;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.kernel.live.Routes;

/** Keeps this node as the database wants it: at the start, and then once a second. */
public final class Keeper implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Keeper.class);
    private static final long LOOK_EVERY_SECONDS = 1;
    private static final int SHIPPED_TRIES = 2;
    private static final long SELDOM = Duration.ofSeconds(60).toNanos();

    private final Recovery recovery;
    private final Provisioning provisioning;
    private final Rollouts rollouts;
    private final Routes routes;
    private final Retirement retirement;
    private final Health health;
    private final Leaks leaks;
    private final Troubles troubles;
    private final SafeStart safeStart;
    private final BooleanSupplier letIn;
    private final Stop stop;
    private final ScheduledExecutorService thread;
    private boolean started;
    private boolean lookAgain;
    private int triedShippedAgain;
    private long seldomDone;

    /** @param letIn whether a release was let out of quarantine since this was last asked */
    public Keeper(
            Recovery recovery,
            Provisioning provisioning,
            Rollouts rollouts,
            Routes routes,
            Retirement retirement,
            Health health,
            Leaks leaks,
            Troubles troubles,
            SafeStart safeStart,
            BooleanSupplier letIn,
            Stop stop) {
        this.recovery = recovery;
        this.provisioning = provisioning;
        this.rollouts = rollouts;
        this.routes = routes;
        this.retirement = retirement;
        this.health = health;
        this.leaks = leaks;
        this.troubles = troubles;
        this.safeStart = safeStart;
        this.letIn = letIn;
        this.stop = stop;
        this.thread = Executors.newSingleThreadScheduledExecutor(stop.threads("kientao-keeper"));
    }

    public void open() {
        recovery.look();
        // tick() answers for its own failures; closing the thread ends it.
        Future<?> unused = thread.scheduleWithFixedDelay(this::tick, 0, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        stop.end(thread, "The keeper of modules");
    }

    private void tick() {
        try {
            if (!started) {
                start();
            }
            look();
        } catch (Interrupted | InterruptedException e) {
            log.debug("The keeper of modules stops", e);
        } catch (RuntimeException | LinkageError e) {
            log.error("Cannot follow the database; trying again in {} s", LOOK_EVERY_SECONDS, e);
        }
    }

    private void start() throws InterruptedException {
        recovery.sweep();
        if (!safeStart.on()) {
            recovery.settle();
        }
        provisioning.follow();
        rollouts.open();
        started = true;
        seldomDone = System.nanoTime();
        if (safeStart.on()) {
            triedShippedAgain = SHIPPED_TRIES;
        } else {
            recovery.takeUp();
            recovery.receiveShipped();
        }
    }

    private void look() throws InterruptedException {
        boolean seldom = System.nanoTime() - seldomDone > SELDOM;
        if (seldom) {
            seldomDone = System.nanoTime();
        }
        lookAgain |= letIn.getAsBoolean() || (seldom && troubles.any(Troubles.Kind.AWAY));
        if (lookAgain || routes.behind()) {
            provisioning.follow();
            lookAgain = false;
        }
        retirement.tick();
        if (seldom) {
            health.look();
            if (triedShippedAgain < SHIPPED_TRIES) {
                triedShippedAgain++;
                recovery.receiveShippedAgain();
            }
        }
        leaks.tick();
    }
}
