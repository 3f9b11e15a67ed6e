package vn.kientao.platform.kernel.rollout;

import java.util.concurrent.TimeUnit;

/** Wakes whoever waits for a person's word; on other nodes the word is found a moment later in the database. */
public final class Bell {
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private long rung;

    /** Somebody has left a word. */
    public synchronized void ring() {
        rung++;
        notifyAll();
    }

    /** Returns when somebody rings, and after half a second. */
    synchronized void listen() {
        long heard = rung;
        long deadline = System.nanoTime() + LOOK_EVERY_NANOS;
        try {
            while (rung == heard && System.nanoTime() < deadline) {
                TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
            }
        } catch (InterruptedException e) {
            throw new Interrupted(e);
        }
    }
}
