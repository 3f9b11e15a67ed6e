package vn.kientao.reform.procedures.web.quality;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.kientao.platform.api.chart.ChartData;
import vn.kientao.platform.api.chart.ChartData.Series;
import vn.kientao.platform.api.chart.SvgChart;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.quality.PublishedScore;

/**
 * What agencies published for a month.
 *
 * @param name of an agency by its code
 */
public record OpenQualityModel(
        Page page, YearMonth month, String given, List<PublishedScore> scores, Function<String, String> name) {
    private static final int MOST_IN_CHART = 70;

    public OpenQualityModel {
        scores = List.copyOf(scores);
    }

    public String monthWords() {
        return page.text("quality.open.month", "" + month.getMonthValue(), "" + month.getYear());
    }

    /** Whether what was typed is a month. */
    public boolean readable() {
        return given.isEmpty() || given.equals(month.toString());
    }

    public String total(PublishedScore score) {
        return score.total().map(QualityModel::number).orElseGet(() -> page.text("quality.no-data"));
    }

    public String share(PublishedScore score) {
        return score.inTime()
                .percent()
                .map(percent -> String.format(TextBundle.VIETNAMESE, "%.2f %%", percent))
                .orElseGet(() -> page.text("quality.no-data"));
    }

    public String settled(PublishedScore score) {
        return Formats.number(score.inTime().whole());
    }

    public String data(String kind) {
        return kind.equals("csv")
                ? page.openLink("/quality.csv?month=" + month)
                : "/api/v1/public/procedures/quality?month=" + month;
    }

    /** The agencies that settled something; empty when there is none. */
    public String chart() {
        List<String> names = new ArrayList<>();
        List<Double> percents = new ArrayList<>();
        scores.stream()
                .limit(MOST_IN_CHART)
                .forEach(score -> score.inTime().percent().ifPresent(percent -> {
                    names.add(name.apply(score.agency()));
                    percents.add(percent.doubleValue());
                }));
        return names.isEmpty()
                ? ""
                : SvgChart.bars(new ChartData(
                        page.text("quality.open.chart"),
                        names,
                        List.of(new Series(page.text("quality.open.on-time"), percents))));
    }
}
