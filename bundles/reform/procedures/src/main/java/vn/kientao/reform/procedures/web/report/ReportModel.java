package vn.kientao.reform.procedures.web.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.kientao.platform.api.chart.ChartData;
import vn.kientao.platform.api.chart.ChartData.Series;
import vn.kientao.platform.api.chart.SvgChart;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.report.Measure;
import vn.kientao.reform.procedures.domain.report.ReportForm;
import vn.kientao.reform.procedures.domain.report.ReportForm.RowBy;
import vn.kientao.reform.procedures.domain.report.ReportTable;
import vn.kientao.reform.procedures.domain.report.ReportTable.Row;
import vn.kientao.reform.procedures.domain.report.Share;
import vn.kientao.reform.procedures.domain.report.ShareKind;
import vn.kientao.reform.procedures.domain.report.Trait;

/**
 * A report.
 *
 * @param forms those to choose from
 * @param form the one that is shown
 * @param shareOf the shares of the sum
 * @param name of a row: the field, or the agency's name
 * @param mayAll whether the reader may see all agencies
 * @param province whether all agencies are shown
 */
public record ReportModel(
        Page page,
        FormView filter,
        List<ReportForm> forms,
        ReportForm form,
        Period period,
        ReportTable table,
        Map<ShareKind, Share> shareOf,
        Function<String, String> name,
        boolean mayAll,
        boolean province) {
    private static final int MOST_IN_CHART = 15;
    private static final List<Measure> IN_CHART =
            List.of(Measure.EARLY, Measure.ON_TIME, Measure.OVERDUE, Measure.IN_TIME, Measure.LATE, Measure.PAUSED);

    public ReportModel {
        forms = List.copyOf(forms);
        shareOf = Map.copyOf(shareOf);
    }

    public List<String> periods() {
        return PeriodForm.choices();
    }

    public String dates() {
        return page.text("report.dates", Formats.date(period.from()), Formats.date(period.to()));
    }

    public String rowHead() {
        return page.text(form.rowBy() == RowBy.FIELD ? "report.field" : "report.agency");
    }

    public String rowName(Row row) {
        String words = name.apply(row.name());
        return words.isEmpty() ? page.text("report.no-field") : words;
    }

    /** The headings over the columns, each with how many columns it spans. */
    public List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (ReportForm.Column column : form.columns()) {
            String words = page.texts().get(column.group());
            Group last = groups.isEmpty() ? new Group("", 0) : groups.get(groups.size() - 1);
            if (last.name().equals(words)) {
                groups.set(groups.size() - 1, new Group(words, last.columns() + 1));
            } else {
                groups.add(new Group(words, 1));
            }
        }
        return groups;
    }

    public String words(ReportForm.Column column) {
        return page.texts().get(column.group()) + ": " + page.texts().get(column.name());
    }

    public String number(Row row, Measure measure) {
        return Formats.number(row.number(measure));
    }

    /** The list of the dossiers behind a number. */
    public String behind(Row row, Measure measure) {
        Map<String, String> values = new LinkedHashMap<>(new TreeMap<>(filter.values()));
        values.put("measure", measure.word());
        if (!row.name().isEmpty()) {
            values.put(form.rowBy() == RowBy.FIELD ? "field" : "agency", row.name());
        }
        return page.link("/reports/dossiers?" + query(values));
    }

    /** The present report as a file. */
    public String file(String kind) {
        return page.link("/reports." + kind + "?" + query(new TreeMap<>(filter.values())));
    }

    private static String query(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public List<ShareLine> shares() {
        return Arrays.stream(ShareKind.values()).map(this::share).toList();
    }

    private ShareLine share(ShareKind kind) {
        Share share = shareOf.getOrDefault(kind, new Share(0, 0));
        return new ShareLine(
                page.text("report.share." + kind.word()),
                share.percent()
                        .map(percent -> percent(percent.doubleValue()))
                        .orElseGet(() -> page.text("report.share.none")),
                Formats.number(share.part()),
                share.part() == 0 ? "" : behind(kind, kind.part(), kind.partTrait()),
                Formats.number(share.whole()),
                share.whole() == 0 ? "" : behind(kind, kind.whole(), kind.wholeTrait()));
    }

    private String behind(ShareKind kind, Measure measure, Optional<Trait> trait) {
        Map<String, String> values = new LinkedHashMap<>(new TreeMap<>(filter.values()));
        values.put("measure", measure.word());
        trait.ifPresent(one -> values.put("trait", one.word()));
        if (kind.ofResults()) {
            values.put("result", "1");
        }
        return page.link("/reports/dossiers?" + query(values));
    }

    /** The shares as a picture; empty when there is nothing to have a share of. */
    public String shareChart() {
        List<String> names = new ArrayList<>();
        List<Double> percents = new ArrayList<>();
        for (ShareKind kind : ShareKind.values()) {
            Optional.ofNullable(shareOf.get(kind)).flatMap(Share::percent).ifPresent(percent -> {
                names.add(page.text("report.share." + kind.word()));
                percents.add(percent.doubleValue());
            });
        }
        return names.isEmpty()
                ? ""
                : SvgChart.bars(new ChartData(
                        page.text("report.shares.chart"),
                        names,
                        List.of(new Series(page.text("report.shares.percent"), percents))));
    }

    private static String percent(double value) {
        return String.format(TextBundle.VIETNAMESE, "%.2f %%", value);
    }

    /** The report as a picture; empty when it has no rows. */
    public String chart() {
        if (table.rows().isEmpty()) {
            return "";
        }
        List<Row> rows = table.rows().stream().limit(MOST_IN_CHART).toList();
        return SvgChart.stackedBars(new ChartData(
                page.text("report.chart"),
                rows.stream().map(this::rowName).toList(),
                IN_CHART.stream()
                        .map(measure -> new Series(
                                page.text("report.measure." + measure.word()),
                                rows.stream()
                                        .map(row -> (double) row.number(measure))
                                        .toList()))
                        .toList()));
    }

    /** A heading over neighbouring columns. */
    public record Group(String name, int columns) {}

    /**
     * A share.
     *
     * @param parts address of the dossiers above the line; empty when there are none
     * @param wholes address of those below it
     */
    public record ShareLine(String name, String percent, String part, String parts, String whole, String wholes) {}
}
