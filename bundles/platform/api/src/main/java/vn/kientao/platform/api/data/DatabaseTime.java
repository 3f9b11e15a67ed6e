package vn.kientao.platform.api.data;

/**
 * How long each thread has been in the database, so that a request can be told from what it cost there. The time of a
 * transaction inside another one counts once. Waiting for the turn to write is part of it.
 */
public final class DatabaseTime {
    private static final ThreadLocal<DatabaseTime> OWN = ThreadLocal.withInitial(DatabaseTime::new);

    private int depth;
    private long since;
    private long spent;

    private DatabaseTime() {}

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
            own.spent += System.nanoTime() - own.since;
        }
    }

    /** Nanoseconds that the calling thread has spent in transactions so far; the difference of two readings is a span. */
    public static long ofThisThread() {
        return OWN.get().spent;
    }
}
