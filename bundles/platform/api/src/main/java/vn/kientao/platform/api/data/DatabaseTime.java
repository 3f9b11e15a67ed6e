package vn.kientao.platform.api.data;

/**
 * How long a thread has been in the database, so that a request can be told from what it cost there. The time of a
 * transaction inside another one counts once. Waiting for the turn to write is part of it.
 */
public final class DatabaseTime {
    private static final ThreadLocal<DatabaseTime> OWN = ThreadLocal.withInitial(DatabaseTime::new);

    private int depth;
    private long since;
    private volatile long spent;

    private DatabaseTime() {}

    /** The clock of the calling thread; others may look at it, too. */
    public static DatabaseTime ofThisThread() {
        return OWN.get();
    }

    /** The calling thread goes in; only the database itself says so. */
    public static void enter() {
        DatabaseTime own = OWN.get();
        if (own.depth++ == 0) {
            own.since = System.nanoTime();
        }
    }

    /** The calling thread comes out again. */
    public static void leave() {
        DatabaseTime own = OWN.get();
        if (--own.depth == 0) {
            own.spent = own.spent + System.nanoTime() - own.since;
        }
    }

    /** Nanoseconds spent in transactions that have ended; the difference of two readings is a span. */
    public long nanos() {
        return spent;
    }
}
