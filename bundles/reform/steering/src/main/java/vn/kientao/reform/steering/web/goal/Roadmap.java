package vn.kientao.reform.steering.web.goal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.kientao.reform.steering.domain.goal.Progress;

/**
 * The roadmap of a target as a picture: what is to be reached by which year, and what it has come to. Years without a number leave a
 * gap in the line. Beside it stands the table with the same numbers.
 *
 * @param wanted what is to be reached, by year
 * @param actual what it came to, by year
 */
public record Roadmap(List<Point> wanted, List<Point> actual, List<Tick> years, String highest) {
    static final int WIDTH = 360;
    static final int TOP = 52;
    static final int HEIGHT = 150;
    static final int LEFT = 44;
    static final int RIGHT = 24;
    private static final int MOST_TICKS = 6;
    private static final int LABEL = 7;

    public Roadmap {
        wanted = List.copyOf(wanted);
        actual = List.copyOf(actual);
        years = List.copyOf(years);
    }

    /** A number in the picture, with where its words stand. */
    public record Point(String x, String y, String words, String wordsY) {}

    /** A year under the picture. */
    public record Tick(String x, int year) {}

    /** The roadmap; empty when nothing is to be drawn, or a number is below zero. */
    static Optional<Roadmap> of(Progress progress) {
        Map<Integer, BigDecimal> wanted = new TreeMap<>(progress.target().values());
        Map<Integer, BigDecimal> actual = new TreeMap<>();
        progress.years().forEach(year -> progress.in(year).ifPresent(one -> actual.put(year, one.amount())));
        List<BigDecimal> all = new ArrayList<>(wanted.values());
        all.addAll(actual.values());
        if (all.isEmpty() || all.stream().anyMatch(value -> value.signum() < 0)) {
            return Optional.empty();
        }
        double highest =
                Math.max(all.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(1), Double.MIN_NORMAL);
        TreeMap<Integer, BigDecimal> years = new TreeMap<>(wanted);
        years.putAll(actual);
        Scale scale = new Scale(years.firstKey(), years.lastKey(), highest);
        return Optional.of(new Roadmap(
                scale.points(wanted, actual, true),
                scale.points(actual, wanted, false),
                scale.ticks(),
                TargetWords.number(BigDecimal.valueOf(highest))));
    }

    /** Where years and numbers lie. */
    private record Scale(int first, int last, double highest) {
        double x(int year) {
            double width = WIDTH - LEFT - RIGHT;
            return first == last ? LEFT + width / 2 : LEFT + width * (year - first) / (last - first);
        }

        /** The words of the higher of two numbers of a year stand above it, those of the other below. */
        List<Point> points(Map<Integer, BigDecimal> values, Map<Integer, BigDecimal> others, boolean higher) {
            List<Point> points = new ArrayList<>();
            values.forEach((year, value) -> {
                double y = TOP + HEIGHT * (1 - value.doubleValue() / highest);
                int order = value.compareTo(others.getOrDefault(year, BigDecimal.ZERO));
                boolean above = order > 0 || (order == 0 && higher) || y > TOP + HEIGHT - 3 * LABEL;
                points.add(new Point(
                        decimal(x(year)),
                        decimal(y),
                        TargetWords.number(value),
                        decimal(above ? y - LABEL : y + 2.2 * LABEL)));
            });
            return points;
        }

        List<Tick> ticks() {
            int step = Math.max(1, (last - first + MOST_TICKS - 1) / MOST_TICKS);
            List<Tick> ticks = new ArrayList<>();
            for (int year = first; year <= last; year += step) {
                ticks.add(new Tick(decimal(x(year)), year));
            }
            return ticks;
        }

        private static String decimal(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    }

    /** Where a square of eight begins whose middle is here. */
    public static String corner(String middle) {
        return Scale.decimal(Double.parseDouble(middle) - 4);
    }

    public static String line(List<Point> points) {
        return points.stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" "));
    }
}
