package vn.kientao.platform.kernel.observe;

import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.kientao.platform.kernel.live.AgencyReading;

/** Numbers under names and labels; what has the same name and labels is added up. */
final class Sheet {
    /** Seconds; the last one is open. */
    private static final List<Double> BOUNDS =
            List.of(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, Double.POSITIVE_INFINITY);

    private final Map<String, Family> counters = new LinkedHashMap<>();
    private final Map<String, Family> gauges = new LinkedHashMap<>();
    private final Map<Labels, AgencyReading> durations = new LinkedHashMap<>();

    /** The values of one name. */
    private record Family(String help, Map<Labels, Double> values) {
        void add(double value, String... labels) {
            values.merge(Labels.of(labels), value, Double::sum);
        }
    }

    /** @param name without {@code _total} */
    void counter(String name, String help, double value, String... labels) {
        counters.computeIfAbsent(name, key -> new Family(help, new LinkedHashMap<>()))
                .add(value, labels);
    }

    /** As {@link #counter(String, String, double, String...)}, of what is counted in whole numbers. */
    void counter(String name, String help, long value, String... labels) {
        counter(name, help, (double) value, labels);
    }

    void gauge(String name, String help, long value, String... labels) {
        gauge(name, help, (double) value, labels);
    }

    void gauge(String name, String help, double value, String... labels) {
        gauges.computeIfAbsent(name, key -> new Family(help, new LinkedHashMap<>()))
                .add(value, labels);
    }

    void duration(AgencyReading reading, String... labels) {
        durations.merge(Labels.of(labels), reading, AgencyReading::plus);
    }

    MetricSnapshots snapshots() {
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        counters.forEach((name, family) -> all.metricSnapshot(counter(name, family)));
        gauges.forEach((name, family) -> all.metricSnapshot(gauge(name, family)));
        if (!durations.isEmpty()) {
            HistogramSnapshot.Builder histogram = HistogramSnapshot.builder()
                    .name("kientao_http_request_duration_seconds")
                    .help("Wall time of requests in modules");
            durations.forEach((labels, reading) -> histogram.dataPoint(duration(labels, reading)));
            all.metricSnapshot(histogram.build());
        }
        return all.build();
    }

    private static CounterSnapshot counter(String name, Family family) {
        CounterSnapshot.Builder snapshot = CounterSnapshot.builder().name(name).help(family.help());
        family.values()
                .forEach((labels, value) -> snapshot.dataPoint(CounterDataPointSnapshot.builder()
                        .labels(labels)
                        .value(value)
                        .build()));
        return snapshot.build();
    }

    private static GaugeSnapshot gauge(String name, Family family) {
        GaugeSnapshot.Builder snapshot = GaugeSnapshot.builder().name(name).help(family.help());
        family.values()
                .forEach((labels, value) -> snapshot.dataPoint(GaugeDataPointSnapshot.builder()
                        .labels(labels)
                        .value(value)
                        .build()));
        return snapshot.build();
    }

    private static HistogramDataPointSnapshot duration(Labels labels, AgencyReading reading) {
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        long before = 0;
        for (double bound : BOUNDS) {
            long within = bound == Double.POSITIVE_INFINITY
                    ? reading.requests()
                    : reading.times().within((long) (bound * 1e9));
            buckets.bucket(bound, within - before);
            before = within;
        }
        return HistogramDataPointSnapshot.builder()
                .labels(labels)
                .classicHistogramBuckets(buckets.build())
                .sum(reading.nanos() / 1e9)
                .build();
    }
}
