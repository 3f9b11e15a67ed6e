package vn.kientao.reform.procedures.web.index766;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.chart.ChartData;
import vn.kientao.platform.api.chart.ChartData.Series;
import vn.kientao.platform.api.chart.SvgChart;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.app.index766.ServiceIndex;
import vn.kientao.reform.procedures.domain.index766.IndexItem;
import vn.kientao.reform.procedures.domain.index766.IndexScore;
import vn.kientao.reform.procedures.domain.quality.QualityClass;
import vn.kientao.reform.procedures.domain.report.Share;

/** The index of an agency in a period. */
public record IndexModel(
        Page page,
        FormView filter,
        Period period,
        IndexScore score,
        Optional<QualityClass> grade,
        ServiceIndex.Least least,
        Permission rules) {

    public String dates() {
        return page.text("report.dates", Formats.date(period.from()), Formats.date(period.to()));
    }

    public boolean edits() {
        return page.can(rules);
    }

    public List<IndexItem> groups() {
        return score.version().groups();
    }

    public List<IndexItem> of(IndexItem group) {
        return score.version().of(group);
    }

    public String points(IndexItem item) {
        return score.points(item).map(IndexModel::number).orElseGet(() -> page.text("quality.no-data"));
    }

    public String most(IndexItem item) {
        return item.most().map(IndexModel::number).orElseGet(() -> page.text("index766.unknown"));
    }

    public String rate(IndexItem item) {
        return score.rate(item)
                .flatMap(Share::percent)
                .map(percent -> number(percent) + " %")
                .orElse("");
    }

    public String total() {
        return score.total().map(IndexModel::number).orElseGet(() -> page.text("quality.no-data"));
    }

    /** The grade, or that there is not enough for one. */
    public String gradeName() {
        return grade.map(given -> page.texts().get(given.name()))
                .orElseGet(() -> page.text(score.total().isPresent() ? "quality.too-few" : "quality.no-data"));
    }

    /** By what the grade is given, or what there must be for one. */
    public String gradeReason() {
        return grade.flatMap(given -> score.percent())
                .map(percent -> page.text("index766.grade.of", number(percent)))
                .orElseGet(() -> page.text("index766.grade.from", "" + least.dossiers(), "" + least.points()));
    }

    public String computable() {
        return number(score.computable());
    }

    static String number(BigDecimal value) {
        return String.format(TextBundle.VIETNAMESE, "%.2f", value);
    }

    public String chart() {
        return SvgChart.bars(new ChartData(
                page.text("index766.chart"),
                groups().stream().map(group -> page.texts().get(group.name())).toList(),
                List.of(
                        new Series(
                                page.text("index766.points"),
                                groups().stream()
                                        .map(group -> score.points(group)
                                                .map(BigDecimal::doubleValue)
                                                .orElse(0.0))
                                        .toList()),
                        new Series(
                                page.text("index766.most"),
                                groups().stream()
                                        .map(group -> group.most()
                                                .map(BigDecimal::doubleValue)
                                                .orElse(0.0))
                                        .toList()))));
    }
}
