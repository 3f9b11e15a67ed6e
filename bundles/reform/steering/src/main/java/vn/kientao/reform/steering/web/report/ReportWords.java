package vn.kientao.reform.steering.web.report;

import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.report.ReportLetter;
import vn.kientao.reform.steering.domain.report.Figure;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.domain.report.ReportKind;
import vn.kientao.reform.steering.domain.report.ReportScope;
import vn.kientao.reform.steering.domain.report.ReportState;

/** How reports are said on pages. */
public final class ReportWords {
    private ReportWords() {}

    /** {@code Báo cáo quý I năm 2026}, with whose it is when it is the province's. */
    public static String title(Page page, PeriodicReport report) {
        String name = name(page, report.kind(), report.year());
        return report.scope() == ReportScope.PROVINCE
                ? name + " · " + page.text(report.scope().textKey())
                : name;
    }

    /** {@code Báo cáo quý I năm 2026}. */
    static String name(Page page, ReportKind kind, int year) {
        return page.text("report.name", page.text(kind.whenKey(), "" + year));
    }

    public static String period(Page page, PeriodicReport report) {
        return page.text(
                "report.period",
                Formats.date(report.period().from()),
                Formats.date(report.period().to()));
    }

    public static String style(ReportState state) {
        return switch (state) {
            case DRAFT -> "kt-tag kt-tag-progress";
            case SUBMITTED -> "kt-tag kt-tag-need";
            case ISSUED -> "kt-tag kt-tag-done";
            case REPLACED -> "kt-tag";
        };
    }

    /** A figure with its unit. */
    public static String amount(Page page, Figure figure) {
        String amount = ReportLetter.amount(figure);
        String unit = page.texts().get(figure.unit());
        if (figure.amount().isEmpty()) {
            return amount;
        }
        return "%".equals(unit) ? amount + "%" : amount + " " + unit;
    }
}
