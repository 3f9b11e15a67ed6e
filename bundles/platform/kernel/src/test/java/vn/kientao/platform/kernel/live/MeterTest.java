package vn.kientao.platform.kernel.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.module.Served;

class MeterTest {
    private static final String ROUTE = "GET /dossiers/{id}";

    private final Meter meter = new Meter();

    @Test
    void everyTimeLiesInItsBucketAndNoBucketIsWiderThanAQuarter() {
        for (long nanos = 1; nanos < 400_000_000_000L; nanos += 1 + nanos / 97) {
            int bucket = Buckets.of(nanos);
            long begin = bucket == 0 ? 0 : Buckets.end(bucket - 1);
            assertThat(nanos).isBetween(begin, Buckets.end(bucket) - 1);
            if (nanos >= 4096) {
                assertThat(Buckets.end(bucket) - begin).isLessThanOrEqualTo(begin / 4);
            }
        }
    }

    @Test
    void whatIsLongerThanTheLongestFallsIntoTheLastBucket() {
        assertThat(Buckets.of(Long.MAX_VALUE)).isEqualTo(Buckets.COUNT - 1);
        assertThat(Buckets.of(-1)).isZero();
    }

    @Test
    void tellsPercentilesToWithinTheWidthOfABucket() {
        Random random = new Random(20261123);
        List<Long> asked = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            long nanos = (long) (50_000 * Math.exp(2 * Math.abs(random.nextGaussian())));
            asked.add(nanos);
            meter.add(served("STP2", ROUTE, 200, nanos));
        }
        Collections.sort(asked);
        Reading.Route read = meter.reading().route(ROUTE);

        for (double share : new double[] {0.1, 0.5, 0.9, 0.99, 0.999, 1}) {
            double exact = asked.get((int) Math.ceil(share * asked.size()) - 1);
            assertThat((double) read.percentile(share)).isBetween(exact, exact * 1.25 + 1024);
        }
        assertThat(read.count()).isEqualTo(20_000);
        assertThat(read.nanos())
                .isEqualTo(asked.stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void tellsNothingWhereNobodyAsked() {
        assertThat(meter.reading().route(ROUTE).percentile(0.99)).isZero();
        assertThat(meter.reading().total().errorRate()).isZero();
        assertThat(meter.byAgency()).isEmpty();
    }

    @Test
    void aWindowHoldsWhatCameInIt() {
        meter.add(served("STP2", ROUTE, 200, 9_000_000));
        Reading before = meter.reading();
        meter.add(served("STP2", ROUTE, 500, 1_000_000));
        meter.add(served("STP2", ROUTE, 200, 1_000_000));
        meter.add(served("STP2", "GET /", 200, 2_000_000));

        Reading window = meter.reading().minus(before);

        assertThat(window.route(ROUTE).count()).isEqualTo(2);
        assertThat(window.route(ROUTE).errors()).isEqualTo(1);
        assertThat(window.route(ROUTE).errorRate()).isEqualTo(0.5, within(1e-9));
        assertThat(window.route(ROUTE).percentile(1)).isBetween(1_000_000L, 1_250_000L);
        assertThat(window.total().count()).isEqualTo(3);
        assertThat(meter.reading().minus(meter.reading()).routes()).isEmpty();
    }

    @Test
    void keepsTheAccountsOfAgenciesApart() {
        meter.add(new Served("STP2", ROUTE, 200, 1_000_000, 5_000, 300_000));
        meter.add(new Served("STP2", ROUTE, 503, 1_000_000, 7_000, 100_000));
        meter.add(new Served("", "GET /public/", 303, 2_000_000, 100, 0));

        AgencyReading justice = meter.byAgency().getOrDefault("STP2", AgencyReading.NONE);

        assertThat(meter.byAgency()).containsOnlyKeys("STP2", "");
        assertThat(justice.requests()).isEqualTo(2);
        assertThat(justice.errors()).isEqualTo(1);
        assertThat(justice.allocated()).isEqualTo(12_000);
        assertThat(justice.databaseNanos()).isEqualTo(400_000);
        assertThat(meter.total().requests()).isEqualTo(3);
        assertThat(meter.answers(2)).isEqualTo(1);
        assertThat(meter.answers(3)).isEqualTo(1);
        assertThat(meter.answers(5)).isEqualTo(1);
    }

    @Test
    void losesNothingWhenManyWriteAtOnce() throws Exception {
        int writers = 8;
        int each = 50_000;
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Future<?>> working = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                String agency = "A" + writer % 3;
                working.add(threads.submit(() -> {
                    for (int i = 0; i < each; i++) {
                        meter.add(new Served(agency, "GET /" + i % 5, i % 10 == 0 ? 500 : 200, i, 3, 2));
                    }
                }));
            }
            for (Future<?> done : working) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        Reading.Route total = meter.reading().total();
        assertThat(total.count()).isEqualTo((long) writers * each);
        assertThat(total.errors()).isEqualTo((long) writers * each / 10);
        assertThat(total.nanos()).isEqualTo(writers * (each * (each - 1L) / 2));
        assertThat(meter.total().requests()).isEqualTo((long) writers * each);
        assertThat(meter.total().allocated()).isEqualTo(3L * writers * each);
        assertThat(meter.answers(2) + meter.answers(5)).isEqualTo((long) writers * each);
    }

    private static Served served(String agency, String route, int status, long nanos) {
        return new Served(agency, route, status, nanos, 0, 0);
    }
}
