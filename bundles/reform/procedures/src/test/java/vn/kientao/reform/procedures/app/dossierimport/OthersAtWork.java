package vn.kientao.reform.procedures.app.dossierimport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.DossierFilter;
import vn.kientao.reform.procedures.app.dossier.DossierView;

/** Somebody who looks at the list and somebody who receives dossiers, one after the other with a short rest after each. */
final class OthersAtWork {
    private static final long REST_MILLIS = 10;

    private final DeskFixture desk;
    private final List<Long> reads = new ArrayList<>();
    private final List<Long> writes = new ArrayList<>();

    OthersAtWork(DeskFixture desk) {
        this.desk = desk;
    }

    /** Lets them work until {@code work} has ended. */
    <T> T during(Callable<T> work) throws Exception {
        AtomicBoolean end = new AtomicBoolean();
        ExecutorService people = Executors.newFixedThreadPool(2);
        Future<?> reader = people.submit(() -> repeat(end, reads, this::look));
        Future<?> writer = people.submit(() -> repeat(end, writes, () -> desk.receive(DeskFixture.RECEIVED)));
        try {
            return work.call();
        } finally {
            end.set(true);
            people.shutdown();
            reader.get();
            writer.get();
        }
    }

    /** The p99 of reads, in ms. */
    double reads() {
        return p99(reads);
    }

    /** The p99 of writes, in ms. */
    double writes() {
        return p99(writes);
    }

    private void look() {
        desk.dossiers.page(
                DeskFixture.AGENCY, DossierFilter.of(DossierView.OPEN), DeskFixture.RECEIVED, Optional.empty(), 25);
    }

    private static boolean repeat(AtomicBoolean end, List<Long> times, Runnable work) throws InterruptedException {
        while (!end.get()) {
            long began = System.nanoTime();
            work.run();
            times.add(System.nanoTime() - began);
            Thread.sleep(REST_MILLIS);
        }
        return true;
    }

    private static double p99(List<Long> times) {
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)] / 1e6;
    }
}
