package vn.kientao.platform.web.door;

import java.lang.management.ManagementFactory;
import vn.kientao.platform.api.data.DatabaseTime;
import vn.kientao.platform.api.module.Served;

/** What a request costs the thread that begins it: time, bytes, time in the database. */
final class Effort {
    private static final com.sun.management.ThreadMXBean THREADS =
            ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class);

    private final Thread thread = Thread.currentThread();
    private final DatabaseTime database = DatabaseTime.ofThisThread();
    private final long databaseNanos = database.nanos();
    private final long allocated = THREADS.getCurrentThreadAllocatedBytes();
    private final long began = System.nanoTime();

    private Effort() {}

    static Effort begin() {
        return new Effort();
    }

    /** Wall time so far. */
    long nanos() {
        return System.nanoTime() - began;
    }

    /** What it has cost so far; asked by its own thread or by another one, which sees the database time a moment late. */
    Served so(String agency, String route, int status) {
        return new Served(agency, route, status, nanos(), allocated(), Math.max(0, database.nanos() - databaseNanos));
    }

    /** Bytes so far. */
    long allocated() {
        long now = thread == Thread.currentThread()
                ? THREADS.getCurrentThreadAllocatedBytes()
                : THREADS.getThreadAllocatedBytes(thread.getId());
        return Math.max(0, now - allocated);
    }
}
