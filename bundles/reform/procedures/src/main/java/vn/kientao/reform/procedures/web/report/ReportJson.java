package vn.kientao.reform.procedures.web.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.reform.procedures.domain.report.Measure;
import vn.kientao.reform.procedures.domain.report.ReportForm;
import vn.kientao.reform.procedures.domain.report.ReportTable;
import vn.kientao.reform.procedures.domain.report.ReportTable.Row;
import vn.kientao.reform.procedures.domain.report.Share;
import vn.kientao.reform.procedures.domain.report.ShareKind;

/**
 * A report for programs.
 *
 * @param from first day of the period
 * @param to last day of the period
 * @param onTimePercent of the sum, two decimals; null when nothing was settled
 * @param shares of the sum, by their words
 */
public record ReportJson(
        String form,
        String from,
        String to,
        List<Line> rows,
        Line sum,
        @Nullable BigDecimal onTimePercent,
        @Nullable BigDecimal onlinePercent,
        Map<String, ShareJson> shares) {
    public ReportJson {
        shares = new LinkedHashMap<>(shares);
        rows = List.copyOf(rows);
    }

    static ReportJson of(ReportForm form, Period period, ReportTable table, Map<ShareKind, Share> shares) {
        Map<String, ShareJson> said = new LinkedHashMap<>();
        shares.forEach((kind, share) -> said.put(kind.word(), ShareJson.of(share)));
        return new ReportJson(
                form.code(),
                period.from().toString(),
                period.to().toString(),
                table.rows().stream().map(ReportJson::line).toList(),
                line(table.sum()),
                table.sum().onTime().percent().orElse(null),
                table.sum().online().percent().orElse(null),
                said);
    }

    /** So many of so many; the percentage has two decimals and is null without anything to have a share of. */
    public record ShareJson(long part, long whole, @Nullable BigDecimal percent) {
        static ShareJson of(Share share) {
            return new ShareJson(share.part(), share.whole(), share.percent().orElse(null));
        }
    }

    private static Line line(Row row) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (Measure measure : Measure.values()) {
            numbers.put(measure.word(), row.number(measure));
        }
        return new Line(row.name(), numbers);
    }

    /**
     * A row.
     *
     * @param name field or code of the agency; empty for the sum
     * @param numbers by the word of the column
     */
    public record Line(String name, Map<String, Long> numbers) {}
}
