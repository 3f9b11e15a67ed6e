package vn.kientao.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.kientao.platform.api.data.DatabaseException;

@Timeout(30)
class DurableTurnsTest {
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicInteger checkpoints = new AtomicInteger();
    private volatile boolean diskFull;
    private final Committer committer = new Committer(lock, this::checkpoint);
    private final DurableTurns turns = new DurableTurns(lock, committer);

    DurableTurnsTest() {
        committer.start();
    }

    @AfterEach
    void close() {
        committer.close();
    }

    @Test
    void acknowledgesACommitAfterACheckpoint() {
        commit();

        assertThat(checkpoints).hasPositiveValue();
    }

    @Test
    void asksForNoCheckpointWhenNothingWasCommitted() {
        turns.take().giveBack();

        assertThat(checkpoints).hasValue(0);
    }

    /** Several times, because the checkpoint may by chance come after each commit of one time. */
    @Test
    void servesManyCommitsWithFewCheckpoints() {
        int times = 8;
        for (int time = 0; time < times; time++) {
            sixteenCommitsAtOnce();
        }
        assertThat(checkpoints.get()).isLessThan(times * 16);
    }

    private void sixteenCommitsAtOnce() {
        WriteTurns.Turn first = turns.take();
        List<CompletableFuture<Void>> others = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            others.add(CompletableFuture.runAsync(this::commit, task -> new Thread(task).start()));
        }
        while (lock.getQueueLength() < 16) {
            Thread.onSpinWait();
        }
        first.giveBack();
        others.forEach(CompletableFuture::join);
    }

    @Test
    void makesACommitThatNobodyWaitsForDurableSoon() {
        commitUnsynced();

        while (checkpoints.get() == 0) {
            Thread.onSpinWait();
        }
    }

    @Test
    void takesCommitsThatNobodyWaitsForAlongWithTheNextCheckpoint() throws Exception {
        commitUnsynced();
        commitUnsynced();
        commit();
        int before = checkpoints.get();

        Thread.sleep(1_500);
        assertThat(checkpoints).as("nothing was left to make durable").hasValue(before);
    }

    /** Without stepping aside the long work takes a dozen turns and more while a writer wakes up. */
    @Test
    void letsWhoeverWaitsGoBeforeTheNextTurnOfLongWork() {
        AtomicInteger longTurns = new AtomicInteger();
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Void> longWork = CompletableFuture.runAsync(
                () -> {
                    while (!done.get()) {
                        WriteTurns.Turn turn = turns.takeBehindOthers();
                        longTurns.incrementAndGet();
                        long until = System.nanoTime() + 500_000;
                        while (System.nanoTime() < until) {
                            Thread.onSpinWait();
                        }
                        turn.committedUnsynced();
                        turn.giveBack();
                    }
                },
                task -> new Thread(task).start());
        try {
            int most = 0;
            for (int i = 0; i < 50; i++) {
                int before = longTurns.get();
                while (longTurns.get() == before) {
                    Thread.onSpinWait();
                }
                before = longTurns.get();
                WriteTurns.Turn turn = turns.take();
                most = Math.max(most, longTurns.get() - before);
                turn.giveBack();
            }
            assertThat(most)
                    .as("turns of long work between asking and having a turn")
                    .isLessThanOrEqualTo(3);
        } finally {
            done.set(true);
            longWork.join();
        }
    }

    @Test
    void failsEverybodyWhoWaitsAndEverybodyAfterwards() {
        diskFull = true;

        assertThatThrownBy(this::commit).isInstanceOf(DatabaseException.class).hasMessageContaining("not made durable");
        diskFull = false;
        assertThatThrownBy(turns::take).isInstanceOf(DatabaseException.class).hasMessageContaining("no more writes");
        assertThat(lock.isLocked()).isFalse();
    }

    @Test
    void failsEachOfManyWaitersWhenTheDiskIsFull() {
        diskFull = true;
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            writers.add(CompletableFuture.runAsync(this::commit, task -> new Thread(task).start()));
        }

        for (CompletableFuture<Void> writer : writers) {
            assertThatThrownBy(writer::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(DatabaseException.class);
        }
    }

    @Test
    void wakesAnInterruptedWriterThatWaitsForItsTurn() throws Exception {
        WriteTurns.Turn turn = turns.take();
        AtomicReference<Throwable> seen = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(1);
        Thread waiter = new Thread(() -> {
            try {
                turns.take();
            } catch (DatabaseException e) {
                seen.set(Thread.currentThread().isInterrupted() ? e : new AssertionError("flag lost"));
            }
            ended.countDown();
        });
        waiter.start();
        while (!lock.hasQueuedThread(waiter)) {
            Thread.onSpinWait();
        }
        waiter.interrupt();

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(seen.get()).isInstanceOf(DatabaseException.class);
        turn.giveBack();
    }

    @Test
    void makesTheLastCommitDurableWhenItCloses() {
        commit();
        int before = checkpoints.get();
        committer.close();

        assertThat(checkpoints.get()).isGreaterThan(before);
        assertThatThrownBy(turns::take).isInstanceOf(DatabaseException.class).hasMessageContaining("closed");
    }

    private void commit() {
        WriteTurns.Turn turn = turns.take();
        turn.committed();
        turn.giveBack();
    }

    private void commitUnsynced() {
        WriteTurns.Turn turn = turns.take();
        turn.committedUnsynced();
        turn.giveBack();
    }

    private void checkpoint() throws IOException {
        if (diskFull) {
            throw new IOException("no space left on device");
        }
        checkpoints.incrementAndGet();
    }
}
