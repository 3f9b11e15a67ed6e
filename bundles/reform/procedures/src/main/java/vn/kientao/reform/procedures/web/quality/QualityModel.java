package vn.kientao.reform.procedures.web.quality;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.chart.ChartData;
import vn.kientao.platform.api.chart.ChartData.Series;
import vn.kientao.platform.api.chart.SvgChart;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.app.quality.BodyScore;
import vn.kientao.reform.procedures.app.quality.OfficerScore;
import vn.kientao.reform.procedures.domain.quality.Points;
import vn.kientao.reform.procedures.domain.quality.QualityClass;
import vn.kientao.reform.procedures.domain.quality.QualityIndex;
import vn.kientao.reform.procedures.domain.quality.ScoreCard;
import vn.kientao.reform.procedures.web.petition.PetitionPermissions;
import vn.kientao.reform.procedures.web.rating.RatingPermissions;
import vn.kientao.reform.procedures.web.report.PeriodForm;

/**
 * The quality of an agency and its officers in a period.
 *
 * @param names of the officers, by account
 * @param month the month, in the shape {@code 2026-11}, that may be published; empty for other periods
 */
public record QualityModel(
        Page page,
        FormView filter,
        Period period,
        BodyScore body,
        List<OfficerScore> officers,
        Map<String, String> names,
        Optional<String> month) {

    public QualityModel {
        officers = List.copyOf(officers);
        names = Map.copyOf(names);
    }

    public List<String> periods() {
        return PeriodForm.choices();
    }

    public String dates() {
        return page.text("report.dates", Formats.date(period.from()), Formats.date(period.to()));
    }

    public boolean rates() {
        return page.can(QualityPermissions.RATE);
    }

    public List<QualityIndex> staffIndices() {
        return QualityIndex.ofStaff();
    }

    public String score(ScoreCard card, QualityIndex index) {
        return card.of(index).score().map(QualityModel::number).orElseGet(() -> page.text("quality.no-data"));
    }

    public String total(ScoreCard card) {
        return card.total()
                .map(total -> number(total) + "/" + card.most())
                .orElseGet(() -> page.text("quality.no-data"));
    }

    /** The class, or why there is none. */
    public String rating(Optional<QualityClass> rating, ScoreCard card) {
        return rating.map(one -> page.texts().get(one.name())).orElseGet(() -> page.text(card.unclassed()));
    }

    static String number(BigDecimal value) {
        return String.format(TextBundle.VIETNAMESE, "%.1f", value);
    }

    public String name(OfficerScore officer) {
        return names.getOrDefault(officer.account(), officer.account());
    }

    /** What is behind a number of an index: dossiers, ratings, petitions; empty when it concerns the body alone. */
    public Optional<String> behind(QualityIndex index, int points, Optional<String> officer) {
        if (officer.isEmpty() && index.fromRatings()) {
            return Optional.of(page.link("/ratings?from=" + period.from() + "&to=" + period.to()))
                    .filter(link -> page.can(RatingPermissions.READ));
        }
        if (index == QualityIndex.PETITIONS) {
            return Optional.of(page.link("/petitions?view=ended")).filter(link -> page.can(PetitionPermissions.READ));
        }
        String asked = switch (index) {
            case TOTAL_TIME, OWN_TIME, ATTITUDE ->
                "measure=" + List.of("overdue", "on-time", "early").get(points);
            case CONTACTS -> "measure=settled&asked=" + (QualityIndex.MOST - points);
            case BODIES, ON_THE_SPOT, PUBLICITY, PETITIONS, ONLINE -> "";
        };
        return asked.isEmpty()
                ? Optional.empty()
                : Optional.of(page.link("/reports/dossiers?period=free&from=" + period.from() + "&to=" + period.to()
                        + "&result=1&" + asked
                        + officer.map(account -> "&officer=" + account).orElse("")));
    }

    /** What an officer's score is made of. */
    public String behind(OfficerScore officer) {
        return page.link("/reports/dossiers?period=free&from=" + period.from() + "&to=" + period.to()
                + "&result=1&measure=settled&officer=" + officer.account());
    }

    public long count(Points points, int each) {
        return each == 2 ? points.withTwo() : each == 1 ? points.withOne() : points.withNone();
    }

    /** The indices of which something is known; empty when there is none. */
    public String chart() {
        ScoreCard card = body.card();
        Map<String, Double> scores = new LinkedHashMap<>();
        card.indices()
                .forEach(index -> card.of(index)
                        .score()
                        .ifPresent(score -> scores.put(page.text(index.textKey()), score.doubleValue())));
        return scores.isEmpty()
                ? ""
                : SvgChart.bars(new ChartData(
                        page.text("quality.chart"),
                        List.copyOf(scores.keySet()),
                        List.of(new Series(page.text("quality.score"), List.copyOf(scores.values())))));
    }
}
