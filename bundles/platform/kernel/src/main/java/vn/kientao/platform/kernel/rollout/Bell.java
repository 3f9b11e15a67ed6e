package vn.kientao.platform.kernel.rollout;

/** Wakes whoever waits for a person's word; on other nodes the word is found a moment later in the database. */
public final class Bell {
    private static final long LOOK_EVERY_MILLIS = 500;

    /** Somebody has left a word. */
    public synchronized void ring() {
        notifyAll();
    }

    /** Returns when somebody rings, and after half a second. */
    synchronized void listen() {
        try {
            wait(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            throw new Interrupted(e);
        }
    }
}
