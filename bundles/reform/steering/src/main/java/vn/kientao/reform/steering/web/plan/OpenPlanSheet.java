package vn.kientao.reform.steering.web.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.documents.SheetColumn;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.documents.SheetLayout;
import vn.kientao.platform.api.documents.SheetWriter;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.plan.ItemWords;
import vn.kientao.reform.steering.domain.plan.OpenItem;

/** A published plan as a sheet for everybody: what, until when, how it stands; no person. */
record OpenPlanSheet(OpenPlanModel model) {

    void write(Sheets sheets, SheetFormat format, OutputStream out) throws IOException {
        Page page = model.page();
        String title = page.text("plan.one", "" + model.plan().year());
        List<String> heading = format == SheetFormat.CSV
                ? List.of()
                : List.of(
                        title,
                        model.names().of(model.plan().agency()),
                        model.plan().symbol());
        try (SheetWriter sheet = sheets.write(format, out, new SheetLayout(title, heading, columns(page)))) {
            for (OpenPlanModel.Group group : model.groups()) {
                for (OpenItem item : group.items()) {
                    sheet.row(cells(group.area(), item));
                }
            }
        }
    }

    private static List<SheetColumn> columns(Page page) {
        return Stream.of(
                        new SheetColumn(page.text("task.area"), 26),
                        new SheetColumn(page.text("task.name"), 50),
                        new SheetColumn(page.text("task.product"), 30),
                        new SheetColumn(page.text("task.lead"), 26),
                        new SheetColumn(page.text("plan.column.division"), 22),
                        new SheetColumn(page.text("task.part.COOPERATE"), 30),
                        new SheetColumn(page.text("plan.due"), 14),
                        new SheetColumn(page.text("plan.budget"), 16),
                        new SheetColumn(page.text("plan.open.state"), 24),
                        new SheetColumn(page.text("plan.open.progress"), 12))
                .toList();
    }

    private List<SheetCell> cells(String area, OpenItem item) {
        ItemWords words = item.words();
        return List.of(
                SheetCell.text(area),
                SheetCell.text(words.title()),
                SheetCell.text(words.product()),
                SheetCell.text(model.names().of(words.lead())),
                SheetCell.text(words.division()),
                SheetCell.text(model.cooperating(words)),
                words.due().map(SheetCell::day).orElseGet(() -> SheetCell.text(model.due(words))),
                words.budget().map(SheetCell::number).orElseGet(SheetCell::empty),
                SheetCell.text(model.state(item)),
                SheetCell.number(item.progress()));
    }
}
