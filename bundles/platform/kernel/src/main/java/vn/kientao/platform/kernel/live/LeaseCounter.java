package vn.kientao.platform.kernel.live;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the leases of one release and says when it is free to go. Count and end stand in one number, {@code count << 1 |
 * retired}, so that no lease can slip in between looking and retiring.
 */
final class LeaseCounter {
    private static final long RETIRED = 1;
    private static final long ONE = 2;

    private final AtomicLong state = new AtomicLong();
    private final CountDownLatch free = new CountDownLatch(1);

    /** Takes one lease; false, and nothing taken, after {@link #retire}. */
    boolean acquire() {
        while (true) {
            long now = state.get();
            if ((now & RETIRED) != 0) {
                return false;
            }
            if (state.compareAndSet(now, now + ONE)) {
                return true;
            }
        }
    }

    void giveBack() {
        if (state.addAndGet(-ONE) == RETIRED) {
            free.countDown();
        }
    }

    /** No new leases from now on. */
    void retire() {
        if (state.updateAndGet(now -> now | RETIRED) == RETIRED) {
            free.countDown();
        }
    }

    long count() {
        return state.get() >> 1;
    }

    /** Waits until it is retired and the last lease is given back; false when that takes longer. */
    boolean awaitFree(Duration limit) throws InterruptedException {
        return free.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }
}
