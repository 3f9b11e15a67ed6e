package vn.kientao.reform.steering.web.inspection;

import java.io.IOException;
import java.util.List;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFile.Column;
import vn.kientao.platform.api.table.TableFile.Line;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.inspection.Inspections;
import vn.kientao.reform.steering.domain.inspection.Notice;
import vn.kientao.reform.steering.domain.inspection.Visit;
import vn.kientao.reform.steering.domain.inspection.VisitFilter;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.Batches;

/** A list of visits as a file, read a batch at a time. */
record VisitTable(Inspections inspections, VisitFilter filter, AgencyNames names) {
    TableFile table(String agency) {
        Page page = names.page();
        return new TableFile(
                "kiem-tra-" + agency + "-" + filter.today(),
                "inspection-list",
                page.text("inspection.title"),
                List.of(Formats.date(filter.today())),
                List.of(
                        new Column(page.text("report.code"), 20),
                        new Column(page.text("inspection.unit"), 32),
                        new Column(page.text("inspection.on"), 12),
                        new Column(page.text("inspection.content"), 44),
                        new Column(page.text("inspection.state"), 22),
                        new Column(page.text("inspection.notice"), 18),
                        new Column(page.text("inspection.remedy-due"), 14)),
                this::say,
                List.of());
    }

    private void say(Line line) throws IOException {
        Batches.say(
                line,
                (behind, most) -> inspections.page(filter, behind.orElse(Long.MAX_VALUE), most),
                Visit::id,
                this::cells);
    }

    private List<SheetCell> cells(Visit one) {
        return List.of(
                SheetCell.text(one.code()),
                SheetCell.text(names.of(one.agency())),
                SheetCell.day(one.on()),
                SheetCell.text(one.content()),
                SheetCell.text(names.page().text(one.state().textKey())),
                SheetCell.text(one.notice().map(Notice::symbol).orElse("")),
                SheetCell.text(one.notice()
                        .map(notice -> Formats.date(notice.remedyDue()))
                        .orElse("")));
    }
}
