package vn.kientao.platform.kernel.observe;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;

/** The Java machine's own numbers, under the names that everybody's dashboards know. */
final class Machine {
    private Machine() {}

    static void write(Sheet sheet) {
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage usage = pool.getUsage();
            sheet.gauge("jvm_memory_pool_used_bytes", "Memory in use", usage.getUsed(), "pool", pool.getName());
            if (usage.getMax() >= 0) {
                sheet.gauge("jvm_memory_pool_max_bytes", "Memory at most", usage.getMax(), "pool", pool.getName());
            }
        }
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            String name = collector.getName();
            sheet.counter("jvm_gc_collections", "Collections", collector.getCollectionCount(), "gc", name);
            sheet.counter("jvm_gc_collection_seconds", "Time", collector.getCollectionTime() / 1e3, "gc", name);
        }
        var threads = ManagementFactory.getThreadMXBean();
        sheet.gauge("jvm_threads_current", "Threads", threads.getThreadCount());
        sheet.gauge("jvm_threads_peak", "Most threads since the start", threads.getPeakThreadCount());
        var classes = ManagementFactory.getClassLoadingMXBean();
        sheet.gauge("jvm_classes_currently_loaded", "Loaded classes", classes.getLoadedClassCount());
        var runtime = ManagementFactory.getRuntimeMXBean();
        sheet.gauge("process_start_time_seconds", "When the process began", runtime.getStartTime() / 1e3);
    }
}
