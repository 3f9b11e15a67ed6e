package vn.kientao.reform.steering.web.board;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.kientao.platform.api.chart.ChartData;
import vn.kientao.platform.api.chart.SvgChart;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.board.Boards;
import vn.kientao.reform.steering.domain.board.MonthDone;

/** What was done in each of the last twelve months, oldest first, as a chart and its table. */
public record Trend(Page page, List<MonthDone> months, BoardLinks links) {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM/yyyy", Locale.ROOT);

    public Trend {
        months = List.copyOf(months);
    }

    static Trend of(Page page, List<MonthDone> found, LocalDate today, BoardLinks links) {
        YearMonth last = YearMonth.from(today);
        List<MonthDone> all = Stream.iterate(
                        YearMonth.from(Boards.firstMonth(today)),
                        month -> !month.isAfter(last),
                        month -> month.plusMonths(1))
                .map(month -> found.stream()
                        .filter(one -> one.month().equals(month))
                        .findFirst()
                        .orElse(new MonthDone(month, 0, 0)))
                .toList();
        return new Trend(page, all, links);
    }

    public String name(MonthDone month) {
        return SHORT.format(month.month());
    }

    public String chart() {
        return SvgChart.lines(new ChartData(
                page.text("board.trend"),
                months.stream().map(this::name).toList(),
                List.of(
                        new ChartData.Series(
                                page.text("task.standing.DONE_ON_TIME"),
                                months.stream()
                                        .map(one -> (double) one.onTime())
                                        .toList()),
                        new ChartData.Series(
                                page.text("task.standing.DONE_LATE"),
                                months.stream().map(one -> (double) one.late()).toList()))));
    }
}
