package vn.kientao.platform.kernel.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BulkheadTest {
    private final Bulkhead bulkhead = new Bulkhead();

    @Test
    void hasSoManyPlacesAndCountsWhomItTurnsAway() {
        assertThat(bulkhead.enter(2)).isTrue();
        assertThat(bulkhead.enter(2)).isTrue();
        assertThat(bulkhead.enter(2)).isFalse();
        assertThat(bulkhead.taken()).isEqualTo(2);
        assertThat(bulkhead.refused()).isEqualTo(1);

        bulkhead.leave();

        assertThat(bulkhead.enter(2)).isTrue();
    }

    @Test
    void neverLetsMoreInWhoeverComesAtOnce() throws Exception {
        int places = 5;
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<?>> working = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                working.add(threads.submit(() -> {
                    for (int round = 0; round < 20_000; round++) {
                        if (bulkhead.enter(places)) {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            inside.decrementAndGet();
                            bulkhead.leave();
                        }
                    }
                }));
            }
            for (Future<?> done : working) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(most.get()).isBetween(1, places);
        assertThat(bulkhead.taken()).isZero();
    }
}
