package vn.kientao.platform.kernel.rollout;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The platform's own stop. What fails once it has begun says nothing about a release: it is left to the next start, as a
 * crash would leave it.
 */
public final class Stop {
    private static final Logger log = LoggerFactory.getLogger(Stop.class);
    private static final long LIMIT_SECONDS = 5;
    private static final long LOOK_EVERY_MILLIS = 50;

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile boolean begun;

    /**
     * Looks whether the failure may come from the stop.
     *
     * @throws Interrupted when the stop has begun
     */
    void leave(Throwable failure) {
        if (begun) {
            throw new Interrupted(failure);
        }
    }

    /** Makes the threads that are to end with the platform. */
    ThreadFactory threads(String name) {
        return task -> {
            Thread thread = new Thread(
                    () -> {
                        try {
                            task.run();
                        } finally {
                            threads.remove(Thread.currentThread());
                        }
                    },
                    name);
            thread.setDaemon(true);
            threads.add(thread);
            return thread;
        };
    }

    /**
     * Begins the stop and waits for the end of what runs on these threads. A thread that is in the embedded database is
     * waited for: an interrupt would close the database's file under everybody.
     */
    void end(ExecutorService executor, String what) {
        begun = true;
        executor.shutdown();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        try {
            while (!executor.awaitTermination(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() > deadline) {
                    log.warn("{} does not stop within {} s; the next start finishes or undoes it", what, LIMIT_SECONDS);
                    return;
                }
                threads.stream().filter(thread -> !Patience.inDatabase(thread)).forEach(Thread::interrupt);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
