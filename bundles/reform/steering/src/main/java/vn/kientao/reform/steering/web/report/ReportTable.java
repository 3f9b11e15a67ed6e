package vn.kientao.reform.steering.web.report;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFile.Column;
import vn.kientao.platform.api.table.TableFile.Line;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.report.Reports;
import vn.kientao.reform.steering.domain.report.PeriodicReport;
import vn.kientao.reform.steering.domain.report.ReportFilter;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.Batches;

/** A list of reports as a file, read a batch at a time. */
record ReportTable(Reports reports, ReportFilter filter, AgencyNames names, LocalDate today) {
    TableFile table(String agency) {
        Page page = names.page();
        return new TableFile(
                "bao-cao-" + agency + "-" + today,
                "report-list",
                page.text("report.title"),
                List.of(Formats.date(today)),
                List.of(
                        new Column(page.text("report.code"), 26),
                        new Column(page.text("report.which"), 30),
                        new Column(page.text("report.agency"), 30),
                        new Column(page.text("report.internal-due"), 12),
                        new Column(page.text("report.state"), 20),
                        new Column(page.text("report.symbol"), 18)),
                this::say,
                List.of());
    }

    private void say(Line line) throws IOException {
        Batches.say(
                line,
                (behind, most) -> reports.page(filter, behind.orElse(Long.MAX_VALUE), most),
                PeriodicReport::id,
                this::cells);
    }

    private List<SheetCell> cells(PeriodicReport one) {
        Page page = names.page();
        return List.of(
                SheetCell.text(one.code()),
                SheetCell.text(ReportWords.title(page, one)),
                SheetCell.text(names.of(one.agency())),
                SheetCell.day(one.internalDue()),
                SheetCell.text(page.text(one.state().textKey())),
                SheetCell.text(one.symbol()));
    }
}
