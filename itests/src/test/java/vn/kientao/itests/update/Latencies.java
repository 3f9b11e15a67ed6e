package vn.kientao.itests.update;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** How long requests took in one part of a run. */
final class Latencies {
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final AtomicLong count = new AtomicLong();
    private volatile boolean open;

    void add(long each) {
        nanos.add(each);
        count.incrementAndGet();
    }

    long count() {
        return count.get();
    }

    /** This part of the run begins. */
    void open() {
        open = true;
    }

    boolean isOpen() {
        return open;
    }

    /** 99 of 100 requests were faster, in milliseconds. */
    double p99() {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1L, sorted.length * 99L / 100)] / 1e6;
    }
}
