package vn.kientao.platform.api.chart;

import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Locale;
import vn.kientao.platform.api.chart.ChartData.Series;
import vn.kientao.platform.api.text.TextBundle;

/**
 * Draws charts as SVG elements. All words are escaped; colours come from the platform's style sheet ({@code
 * kt-chart-1} to {@code kt-chart-6}), so that they follow light and dark. Bars lie, with their words above them, so that
 * long names fit on a phone.
 */
public final class SvgChart {
    private static final int WIDTH = 360;
    private static final int LINE = 16;
    private static final int BAR = 14;
    private static final int GAP = 8;
    private static final int FIGURE = 64;
    private static final int PLOT_HEIGHT = 150;
    private static final int LEFT = 44;
    private static final int LONGEST_LABEL = 52;

    private final ChartData data;
    private final StringBuilder svg = new StringBuilder();
    private int y;

    private SvgChart(ChartData data) {
        this.data = data;
    }

    /** A bar for each value; the bars of one label stand together. */
    public static String bars(ChartData data) {
        return new SvgChart(data).drawBars();
    }

    /** A bar for each label, made of a piece for each series. */
    public static String stackedBars(ChartData data) {
        return new SvgChart(data).drawStacks();
    }

    /** A line for each series over labels that follow each other in time. */
    public static String lines(ChartData data) {
        return new SvgChart(data).drawLines();
    }

    private String drawBars() {
        legend();
        double highest = data.highest();
        for (int place = 0; place < data.labels().size(); place++) {
            label(data.labels().get(place));
            for (int number = 0; number < data.series().size(); number++) {
                double value = data.series().get(number).values().get(place);
                double length = length(value, highest, WIDTH - FIGURE);
                rectangle(number, 0, length);
                text(length + 4, y + BAR - 3, "start", number(value));
                y += BAR + 2;
            }
            y += GAP;
        }
        return whole();
    }

    private String drawStacks() {
        legend();
        double highest = data.highestSum();
        for (int place = 0; place < data.labels().size(); place++) {
            label(data.labels().get(place));
            double x = 0;
            for (int number = 0; number < data.series().size(); number++) {
                double length = length(data.series().get(number).values().get(place), highest, WIDTH - FIGURE);
                if (length > 0) {
                    rectangle(number, x, length);
                }
                x += length;
            }
            text(x + 4, y + BAR - 3, "start", number(data.sum(place)));
            y += BAR + 2 + GAP;
        }
        return whole();
    }

    private String drawLines() {
        legend();
        double highest = data.highest();
        int top = y + GAP;
        int bottom = top + PLOT_HEIGHT;
        svg.append("<path class=\"kt-chart-axis\" d=\"M")
                .append(LEFT)
                .append(' ')
                .append(top)
                .append('V')
                .append(bottom);
        svg.append('H').append(WIDTH).append("\"/>");
        text(LEFT - 4, top + 4, "end", number(highest));
        text(LEFT - 4, bottom + 4, "end", "0");
        for (int number = 0; number < data.series().size(); number++) {
            line(number, top, highest);
        }
        int last = data.labels().size() - 1;
        if (last >= 0) {
            text(LEFT, bottom + LINE, "start", data.labels().get(0));
        }
        if (last > 0) {
            text(WIDTH, bottom + LINE, "end", data.labels().get(last));
        }
        y = bottom + LINE + GAP;
        return whole();
    }

    private void line(int number, int top, double highest) {
        Series series = data.series().get(number);
        StringBuilder points = new StringBuilder();
        int steps = Math.max(1, data.labels().size() - 1);
        for (int place = 0; place < series.values().size(); place++) {
            double x = LEFT + (WIDTH - LEFT - 6.0) * place / steps;
            double height = length(series.values().get(place), highest, PLOT_HEIGHT);
            String point = decimal(x) + "," + decimal(top + PLOT_HEIGHT - height);
            points.append(points.isEmpty() ? "" : " ").append(point);
            svg.append("<circle class=\"kt-chart-").append(number + 1).append("\" r=\"3\" cx=\"");
            svg.append(decimal(x))
                    .append("\" cy=\"")
                    .append(decimal(top + PLOT_HEIGHT - height))
                    .append("\"/>");
        }
        svg.append("<polyline class=\"kt-chart-line kt-chart-line-").append(number + 1);
        svg.append("\" points=\"").append(points).append("\"/>");
    }

    private void legend() {
        y = 4;
        if (data.series().size() == 1) {
            return;
        }
        for (int number = 0; number < data.series().size(); number++) {
            svg.append("<rect class=\"kt-chart-")
                    .append(number + 1)
                    .append("\" x=\"0\" y=\"")
                    .append(y);
            svg.append("\" width=\"10\" height=\"10\"/>");
            text(16, y + 9, "start", data.series().get(number).name());
            y += LINE;
        }
        y += GAP;
    }

    private void label(String words) {
        String shown = words.length() > LONGEST_LABEL ? words.substring(0, LONGEST_LABEL - 1) + "…" : words;
        text(0, y + 10, "start", shown);
        y += LINE;
    }

    private void rectangle(int number, double x, double length) {
        svg.append("<rect class=\"kt-chart-")
                .append(number + 1)
                .append("\" x=\"")
                .append(decimal(x));
        svg.append("\" y=\"").append(y).append("\" width=\"").append(decimal(length));
        svg.append("\" height=\"").append(BAR).append("\"/>");
    }

    private void text(double x, double baseline, String anchor, String words) {
        svg.append("<text x=\"").append(decimal(x)).append("\" y=\"").append(decimal(baseline));
        svg.append("\" text-anchor=\"")
                .append(anchor)
                .append("\">")
                .append(escaped(words))
                .append("</text>");
    }

    private String whole() {
        return "<svg class=\"kt-chart\" role=\"img\" aria-label=\"" + escaped(data.title()) + "\" viewBox=\"0 0 "
                + WIDTH
                + " " + (y + 4) + "\" xmlns=\"http://www.w3.org/2000/svg\"><title>" + escaped(data.title()) + "</title>"
                + svg + "</svg>";
    }

    private static double length(double value, double highest, double whole) {
        return highest == 0 ? 0 : value / highest * whole;
    }

    /** A coordinate. */
    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** A number as people read it. */
    private static String number(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(TextBundle.VIETNAMESE);
        ((DecimalFormat) format).setMaximumFractionDigits(2);
        return format.format(value);
    }

    private static String escaped(String words) {
        StringBuilder safe = new StringBuilder(words.length() + 16);
        for (int place = 0; place < words.length(); place++) {
            char sign = words.charAt(place);
            switch (sign) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(Character.isISOControl(sign) ? ' ' : sign);
            }
        }
        return safe.toString();
    }
}
