package vn.kientao.platform.data;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import vn.kientao.platform.api.data.DatabaseException;

/**
 * One write transaction at a time, acknowledged after a checkpoint that reached the disk.
 *
 * <p>The lock is held from the first statement to the commit and then released, so other writers commit while this one
 * waits: one checkpoint serves them all. The checkpoint itself runs under the same lock; beside an open transaction H2
 * would write half of it.
 */
final class DurableTurns implements WriteTurns {
    private static final Duration STEP_ASIDE = Duration.ofNanos(100_000);
    /** Long work must come to an end, too, when others write without a pause. */
    private static final Duration MOST_PATIENCE = Duration.ofMillis(100);

    private final ReentrantLock lock;
    private final Committer committer;
    private final OnePerThread onePerThread = new OnePerThread();

    /** @param lock the lock that {@code committer} takes for its checkpoints */
    DurableTurns(ReentrantLock lock, Committer committer) {
        this.lock = lock;
        this.committer = committer;
    }

    @Override
    public Turn take() {
        onePerThread.enter();
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            onePerThread.leave();
            Thread.currentThread().interrupt();
            throw new DatabaseException("interrupted while waiting for a turn to write; nothing was written", e);
        }
        Turn turn = new DurableTurn();
        try {
            committer.requireWell();
        } catch (DatabaseException e) {
            turn.giveBack();
            throw e;
        }
        return turn;
    }

    /** The lock prefers whoever runs already: without this, long work would take turn after turn while others wake up. */
    @Override
    public Turn takeBehindOthers() {
        long until = System.nanoTime() + MOST_PATIENCE.toNanos();
        while (lock.hasQueuedThreads() && System.nanoTime() < until) {
            LockSupport.parkNanos(STEP_ASIDE.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        return take();
    }

    private final class DurableTurn implements Turn {
        private long commit;
        private boolean given;

        @Override
        public void committed() {
            commit = committer.committed();
        }

        @Override
        public void committedUnsynced() {
            committer.committedUnsynced();
        }

        @Override
        public void giveBack() {
            if (given) {
                return;
            }
            given = true;
            onePerThread.leave();
            lock.unlock();
            committer.awaitDurable(commit);
        }
    }
}
