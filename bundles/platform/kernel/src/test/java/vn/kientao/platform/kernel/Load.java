package vn.kientao.platform.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** People at work: several threads that ask one agency's release over and over, and remember the first wrong answer. */
final class Load implements AutoCloseable {
    private static final int THREADS = 4;

    /** Leaves the two sides something of a small machine each. */
    private static final long PAUSE_NANOS = 20_000;

    private final LongAdder answers = new LongAdder();
    private final AtomicReference<String> wrong = new AtomicReference<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean over;

    Load(TestPlatform platform, String agency) {
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> work(platform, agency), "load-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    long answers() {
        return answers.sum();
    }

    /** The first answer that was none. */
    Optional<String> failure() {
        return Optional.ofNullable(wrong.get());
    }

    @Override
    public void close() {
        over = true;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void work(TestPlatform platform, String agency) {
        while (!over) {
            try {
                String answer = platform.ask(agency);
                if (!Character.isDigit(answer.charAt(0))) {
                    wrong.compareAndSet(null, answer);
                }
            } catch (RuntimeException e) {
                wrong.compareAndSet(null, e.toString());
            }
            answers.increment();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
