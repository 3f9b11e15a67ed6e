package vn.kientao.itests.update;

import java.time.Duration;
import java.util.Optional;
import vn.kientao.itests.product.Await;
import vn.kientao.itests.product.Product;

/** Somebody who uses another module all the while, and how long that module lets them wait. */
final class Neighbour {
    private static final int READERS = 2;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String PAGE = "/public/procedures";

    private final Product product;

    Neighbour(Product product) {
        this.product = product;
    }

    /** Reads so many pages. */
    Waits read(int pages) throws InterruptedException {
        Latencies waits = new Latencies();
        try (Load load = Load.start(READERS, reader -> work(waits))) {
            Await.until(pages + " pages to be read", LIMIT, () -> load.requests() >= pages);
            return new Waits(waits.p99(), load.stop());
        }
    }

    private Load.Work work(Latencies waits) {
        Visitor visitor = new Visitor(product);
        return turn -> {
            long begun = System.nanoTime();
            int status = visitor.get(PAGE).statusCode();
            waits.add(System.nanoTime() - begun);
            return status == 200 ? Optional.empty() : Optional.of(PAGE + " answered " + status);
        };
    }

    /** How long 99 of 100 requests took at the most, and what else came of them. */
    record Waits(double p99Millis, Load.Figures figures) {}
}
