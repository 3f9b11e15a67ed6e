package vn.kientao.platform.kernel.fault;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Optional;

/** The part of the memory in which things grow old. */
interface Heap {

    /** How much of it is taken, in per cent; garbage that nobody has collected yet counts. */
    int share();

    /** Collects all garbage, now. Everybody waits meanwhile. */
    void collect();

    /** This machine's; empty when its collector has no such part. */
    static Optional<Heap> ofThisMachine() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .filter(pool ->
                        pool.getName().contains("Old Gen") || pool.getName().contains("Tenured"))
                .findFirst()
                .map(OldGeneration::new);
    }

    /** The old generation of the collectors that have one. */
    record OldGeneration(MemoryPoolMXBean pool) implements Heap {
        @Override
        public int share() {
            MemoryUsage usage = pool.getUsage();
            long most =
                    usage.getMax() > 0 ? usage.getMax() : Runtime.getRuntime().maxMemory();
            return (int) (usage.getUsed() * 100 / most);
        }

        @Override
        public void collect() {
            System.gc();
        }
    }
}
