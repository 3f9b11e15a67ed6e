package vn.kientao.platform.data;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.DatabaseException;

/**
 * The thread that makes commits durable: it takes the write lock, runs one checkpoint for all commits before it, and
 * wakes those who wait. After a checkpoint that failed nothing is accepted any more, because nobody can tell what the
 * disk holds.
 */
final class Committer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Committer.class);

    /** How long a commit that nobody waits for may be only in memory. */
    private static final Duration UNSYNCED = Duration.ofSeconds(1);

    private final ReentrantLock writes;
    private final Checkpoint checkpoint;
    private final Thread thread;
    private final ReentrantLock state = new ReentrantLock();
    private final Condition asked = state.newCondition();
    private final Condition settled = state.newCondition();

    /** Number of the last commit; changes under {@link #writes} only. */
    private volatile long committed;

    private long requested;
    private long durable;
    /** The last commit that nobody waits for, and when it has to be durable all the same. */
    private long unsynced;

    private long unsyncedUntil;
    private boolean stopping;
    private @Nullable DatabaseException failure;

    /** Brings all commits before it to the disk. */
    @FunctionalInterface
    interface Checkpoint {
        void run() throws SQLException, IOException;
    }

    Committer(ReentrantLock writes, Checkpoint checkpoint) {
        this.writes = writes;
        this.checkpoint = checkpoint;
        this.thread = new Thread(this::work, "kientao-committer");
    }

    void start() {
        thread.start();
    }

    /** Notes a commit; under the write lock. */
    long committed() {
        long number = committed + 1;
        committed = number;
        return number;
    }

    /** Notes a commit that nobody waits for; under the write lock. It is durable after {@link #UNSYNCED} at the latest. */
    void committedUnsynced() {
        long number = committed();
        state.lock();
        try {
            if (unsynced <= durable) {
                unsyncedUntil = System.nanoTime() + UNSYNCED.toNanos();
                asked.signal();
            }
            unsynced = number;
        } finally {
            state.unlock();
        }
    }

    /** Refuses further writes after a failure or the end. */
    void requireWell() {
        state.lock();
        try {
            if (failure != null) {
                throw new DatabaseException("the database accepts no more writes since a checkpoint failed", failure);
            }
            if (stopping) {
                throw new DatabaseException("the database is closed");
            }
        } finally {
            state.unlock();
        }
    }

    /** Returns when commit {@code number} is durable; 0 stands for no commit. An interrupt does not end the waiting. */
    void awaitDurable(long number) {
        state.lock();
        try {
            if (number > requested) {
                requested = number;
                asked.signal();
            }
            while (durable < number && failure == null) {
                settled.awaitUninterruptibly();
            }
            DatabaseException why = failure;
            if (why != null && durable < number) {
                throw new DatabaseException("the write was not made durable; it may be lost at the next start", why);
            }
        } finally {
            state.unlock();
        }
    }

    /** Makes the last commits durable and ends. New turns are refused from now on. */
    @Override
    public void close() {
        state.lock();
        try {
            stopping = true;
            asked.signal();
        } finally {
            state.unlock();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (waitForWork()) {
                makeDurable();
            }
            makeDurable();
        } catch (SQLException | IOException | RuntimeException | Error e) {
            log.error("A checkpoint failed; the database accepts no more writes", e);
            fail(e);
        }
    }

    private boolean waitForWork() {
        state.lock();
        try {
            while (requested <= durable && !stopping && !unsyncedIsDue()) {
                if (unsynced <= durable) {
                    asked.awaitUninterruptibly();
                } else {
                    asked.awaitNanos(unsyncedUntil - System.nanoTime());
                }
            }
            return !stopping;
        } catch (InterruptedException e) {
            // Nobody interrupts this thread on purpose; what nobody waits for is then durable a little earlier.
            return !stopping;
        } finally {
            state.unlock();
        }
    }

    private boolean unsyncedIsDue() {
        return unsynced > durable && System.nanoTime() - unsyncedUntil >= 0;
    }

    private void makeDurable() throws SQLException, IOException {
        long upTo;
        writes.lock();
        try {
            upTo = committed;
            checkpoint.run();
        } finally {
            writes.unlock();
        }
        state.lock();
        try {
            durable = upTo;
            settled.signalAll();
        } finally {
            state.unlock();
        }
    }

    private void fail(Throwable cause) {
        state.lock();
        try {
            failure = new DatabaseException("a checkpoint failed: " + cause.getMessage(), cause);
            settled.signalAll();
        } finally {
            state.unlock();
        }
    }
}
