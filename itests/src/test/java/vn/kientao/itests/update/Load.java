package vn.kientao.itests.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.function.IntFunction;

/**
 * Workers that repeat a piece of work until told to stop, each on a connection of its own. A piece of work answers with
 * what went wrong, or nothing; an exception went wrong, too.
 */
final class Load implements AutoCloseable {
    private static final int SAMPLES = 10;

    private final List<Thread> workers = new ArrayList<>();
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final LongAccumulator worstNanos = new LongAccumulator(Math::max, 0);
    private final ConcurrentLinkedQueue<String> samples = new ConcurrentLinkedQueue<>();

    /** One request and what was wrong with its answer. */
    @FunctionalInterface
    interface Work {
        Optional<String> once(long turn);
    }

    /** Starts {@code count} workers; {@code work} makes each one's work by its number. */
    static Load start(int count, IntFunction<Work> work) {
        Load load = new Load();
        for (int i = 0; i < count; i++) {
            Work own = work.apply(i);
            Thread thread = new Thread(() -> load.repeat(own), "load-" + i);
            load.workers.add(thread);
        }
        load.workers.forEach(Thread::start);
        return load;
    }

    private void repeat(Work work) {
        for (long turn = 0; running.get(); turn++) {
            long begun = System.nanoTime();
            Optional<String> wrong;
            try {
                wrong = work.once(turn);
            } catch (RuntimeException e) {
                wrong = Optional.of(e + " because of " + e.getCause());
            }
            requests.incrementAndGet();
            worstNanos.accumulate(System.nanoTime() - begun);
            if (wrong.isPresent()) {
                failures.incrementAndGet();
                if (samples.size() < SAMPLES) {
                    samples.add(wrong.get());
                }
            }
        }
    }

    long requests() {
        return requests.get();
    }

    /** Ends the workers after the request that they are at. */
    Figures stop() throws InterruptedException {
        running.set(false);
        for (Thread worker : workers) {
            worker.join();
        }
        return new Figures(requests.get(), failures.get(), worstNanos.get() / 1_000_000, List.copyOf(samples));
    }

    @Override
    public void close() throws InterruptedException {
        stop();
    }

    /** What came of it. */
    record Figures(long requests, long failures, long worstMillis, List<String> samples) {}
}
