package vn.kientao.platform.web.door;

import java.lang.management.ManagementFactory;
import vn.kientao.platform.api.data.DatabaseTime;
import vn.kientao.platform.api.module.Served;

/** What a request costs the thread it runs on: time, bytes, time in the database. Begun and ended by that thread. */
final class Effort {
    private static final com.sun.management.ThreadMXBean THREADS =
            ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class);

    private final long began = System.nanoTime();
    private final long allocated = THREADS.getCurrentThreadAllocatedBytes();
    private final long databaseNanos = DatabaseTime.ofThisThread();

    private Effort() {}

    static Effort begin() {
        return new Effort();
    }

    Served end(String agency, String route, int status) {
        return new Served(
                agency,
                route,
                status,
                System.nanoTime() - began,
                Math.max(0, THREADS.getCurrentThreadAllocatedBytes() - allocated),
                DatabaseTime.ofThisThread() - databaseNanos);
    }
}
