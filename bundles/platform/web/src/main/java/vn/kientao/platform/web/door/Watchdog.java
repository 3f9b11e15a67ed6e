package vn.kientao.platform.web.door;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the requests that modules have under way and ends the wait of those who wait too long. The thread of such a
 * request is left alone: an interrupt in the wrong place closes the embedded database.
 */
@Component(service = Watchdog.class)
public final class Watchdog implements Watch, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Watchdog.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** One looks, the other writes: a client that does not read its answer must not keep the watchdog from looking. */
    private static final int THREADS = 2;

    private final Set<UnderWay> underWay = ConcurrentHashMap.newKeySet();
    private final Supplier<Duration> limit;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "kientao-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Watchdog(@Reference WebSettings settings) {
        this(settings::moduleTimeout);
    }

    /** @param limit how long a module may take; zero for as long as it likes */
    Watchdog(Supplier<Duration> limit) {
        this.limit = limit;
        // look() answers for its own failures; closing the threads ends it.
        Future<?> unused = threads.scheduleWithFixedDelay(
                this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void add(UnderWay request) {
        underWay.add(request);
    }

    @Override
    public void remove(UnderWay request) {
        underWay.remove(request);
    }

    private void look() {
        try {
            long nanos = limit.get().toNanos();
            long now = System.nanoTime();
            for (UnderWay request : underWay) {
                request.tellAllocation();
                if (nanos > 0 && request.tooLong(nanos, now)) {
                    threads.execute(() -> end(request));
                }
            }
        } catch (RuntimeException | LinkageError e) {
            log.error("Cannot look after the requests under way; trying again", e);
        }
    }

    private static void end(UnderWay request) {
        try {
            request.answerInPlace();
        } catch (RuntimeException | LinkageError e) {
            log.error("Cannot answer in the place of a module", e);
        }
    }

    @Deactivate
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
