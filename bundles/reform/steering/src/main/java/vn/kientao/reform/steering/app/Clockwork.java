package vn.kientao.reform.steering.app;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a piece of work again and again in a thread of its own; work that fails is tried again the next time. */
public final class Clockwork implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Clockwork.class);

    private final String words;
    private final IntSupplier work;
    private final ScheduledExecutorService timer;

    /**
     * Stands still until it is wound.
     *
     * @param name of the thread
     * @param words what is done, for the log
     * @param work says how much it did
     */
    public Clockwork(String name, String words, IntSupplier work) {
        this.words = words;
        this.work = work;
        timer = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, name));
    }

    /**
     * Lets it run until it is closed.
     *
     * @param first minutes until the first time
     * @param every minutes from the end of one time to the next
     */
    public void wind(int first, int every) {
        Future<?> unused = timer.scheduleWithFixedDelay(this::run, first, every, TimeUnit.MINUTES);
    }

    private void run() {
        try {
            int done = work.getAsInt();
            if (done > 0) {
                log.info("{}: {}", words, done);
            }
        } catch (RuntimeException e) {
            log.error("Failed, and is tried again the next time: {}", words, e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
