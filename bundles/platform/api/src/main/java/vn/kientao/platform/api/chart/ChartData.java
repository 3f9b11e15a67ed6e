package vn.kientao.platform.api.chart;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a chart shows.
 *
 * @param title says what is shown; readers who do not see the picture hear it
 * @param labels one for each place on the axis
 * @param series at most six, each with a value for every label; no value is negative
 */
public record ChartData(String title, List<String> labels, List<Series> series) {
    /** There are so many colours. */
    public static final int MOST_SERIES = 6;

    public ChartData {
        requireNonNull(title, "title");
        labels = List.copyOf(labels);
        series = List.copyOf(series);
        if (series.isEmpty() || series.size() > MOST_SERIES) {
            throw new IllegalArgumentException(
                    series.size() + " series in a chart (expected: 1 to " + MOST_SERIES + ")");
        }
        for (Series one : series) {
            if (one.values().size() != labels.size()) {
                throw new IllegalArgumentException("series '" + one.name() + "' has "
                        + one.values().size() + " values (expected: " + labels.size() + ")");
            }
        }
    }

    /** Values that belong together: one colour, one entry of the legend. */
    public record Series(String name, List<Double> values) {
        public Series {
            requireNonNull(name, "name");
            values = List.copyOf(values);
            for (double value : values) {
                if (!Double.isFinite(value) || value < 0) {
                    throw new IllegalArgumentException("value " + value + " of series '" + name + "' (expected: >= 0)");
                }
            }
        }
    }

    /** The highest single value. */
    double highest() {
        return series.stream()
                .flatMap(one -> one.values().stream())
                .mapToDouble(value -> value)
                .max()
                .orElse(0);
    }

    /** The highest sum over all series at one label. */
    double highestSum() {
        double highest = 0;
        for (int place = 0; place < labels.size(); place++) {
            highest = Math.max(highest, sum(place));
        }
        return highest;
    }

    double sum(int place) {
        return series.stream().mapToDouble(one -> one.values().get(place)).sum();
    }
}
