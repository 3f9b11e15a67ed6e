package vn.kientao.platform.kernel.live;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** The places for requests of one release (vách ngăn): a release that does not answer can not take every thread. */
public final class Bulkhead {
    private final AtomicInteger taken = new AtomicInteger();
    private final LongAdder refused = new LongAdder();
    private final LongAdder timedOut = new LongAdder();

    /** Takes a place; false, and one refusal more, when {@code most} are taken. */
    boolean enter(int most) {
        if (taken.incrementAndGet() <= most) {
            return true;
        }
        taken.decrementAndGet();
        refused.increment();
        return false;
    }

    void leave() {
        taken.decrementAndGet();
    }

    void timeOut() {
        timedOut.increment();
    }

    /** Requests under way now, those among them that nobody waits for any more. */
    public int taken() {
        return taken.get();
    }

    /** Requests turned away so far because every place was taken. */
    public long refused() {
        return refused.sum();
    }

    /** Requests so far that were answered in the place of the release because it took too long. */
    public long timedOut() {
        return timedOut.sum();
    }
}
