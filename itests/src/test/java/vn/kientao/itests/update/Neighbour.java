package vn.kientao.itests.update;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import vn.kientao.itests.product.Await;
import vn.kientao.itests.product.Product;

/** Somebody who uses another module all the while, and how long that module lets them wait. */
final class Neighbour {
    private static final int READERS = 2;
    private static final int MOST = 100_000;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String PAGE = "/public/procedures";

    private final Product product;

    Neighbour(Product product) {
        this.product = product;
    }

    /** Reads so many pages. */
    Waits read(int pages) throws InterruptedException {
        AtomicLongArray nanos = new AtomicLongArray(MOST);
        AtomicInteger count = new AtomicInteger();
        Load.Figures figures;
        try (Load load = Load.start(READERS, reader -> work(nanos, count))) {
            Await.until(pages + " pages to be read", LIMIT, () -> load.requests() >= pages);
            figures = load.stop();
        }
        long[] waits = new long[Math.min(MOST, count.get())];
        Arrays.setAll(waits, nanos::get);
        Arrays.sort(waits);
        return new Waits(waits, figures);
    }

    private Load.Work work(AtomicLongArray nanos, AtomicInteger count) {
        Visitor visitor = new Visitor(product);
        return turn -> {
            long begun = System.nanoTime();
            int status = visitor.get(PAGE).statusCode();
            int index = count.getAndIncrement();
            if (index < MOST) {
                nanos.set(index, System.nanoTime() - begun);
            }
            return status == 200 ? Optional.empty() : Optional.of(PAGE + " answered " + status);
        };
    }

    /** How long each request took, shortest first. */
    record Waits(long[] nanos, Load.Figures figures) {
        double p99Millis() {
            return nanos.length == 0 ? 0 : nanos[(int) Math.ceil(0.99 * nanos.length) - 1] / 1e6;
        }
    }
}
