package vn.kientao.reform.steering.web.obstacle;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.kientao.platform.api.chart.ChartData;
import vn.kientao.platform.api.chart.SvgChart;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.obstacle.Obstacles;
import vn.kientao.reform.steering.domain.obstacle.Tally;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** The roll-up of obstacles by cause, rule and area; every number opens its list. */
public record RollUpModel(Page page, ObstacleListQuery query, Obstacles.RollUp rollUp, List<Area> areas) {
    public RollUpModel {
        areas = List.copyOf(areas);
    }

    public FormView form() {
        return query.form();
    }

    public boolean all() {
        return query.filter().agencies().isEmpty();
    }

    public boolean province() {
        return page.can(SteeringPermissions.PROVINCE);
    }

    /** The bars that stand beside the table of causes. */
    public String chart() {
        return SvgChart.stackedBars(new ChartData(
                page.text("obstacle.by-cause"),
                rollUp.causes().stream().map(this::cause).toList(),
                List.of(
                        new ChartData.Series(
                                page.text("obstacle.answered"),
                                rollUp.causes().stream()
                                        .map(one -> (double) one.figures().answered())
                                        .toList()),
                        new ChartData.Series(
                                page.text("obstacle.open"),
                                rollUp.causes().stream()
                                        .map(one -> (double) one.figures().open())
                                        .toList()))));
    }

    public String cause(Tally tally) {
        return page.text("obstacle.cause." + tally.key());
    }

    public String area(Tally tally) {
        return areas.stream()
                .filter(area -> area.code().equals(tally.key()))
                .findFirst()
                .map(area -> page.texts().get(area.name()))
                .orElse(tally.key());
    }

    /** Document and article in one line. */
    public String rule(Tally tally) {
        return tally.article().isEmpty() ? tally.key() : tally.article() + ", " + tally.key();
    }

    public String causeList(Tally tally, String more) {
        return list("&cause=" + tally.key() + more);
    }

    public String areaList(Tally tally, String more) {
        return list("&area=" + tally.key() + more);
    }

    public String ruleList(Tally tally, String more) {
        String article = tally.article().isEmpty() ? "" : "&article=" + coded(tally.article());
        return list("&document=" + coded(tally.key()) + article + more);
    }

    private static String coded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private String list(String more) {
        String place = all() ? "scope=all" : "side=BOTH";
        return page.link("/obstacles?" + place + period("from") + period("to") + more);
    }

    private String period(String name) {
        String day = form().value(name);
        return day.isEmpty() ? "" : "&" + name + "=" + coded(day);
    }
}
