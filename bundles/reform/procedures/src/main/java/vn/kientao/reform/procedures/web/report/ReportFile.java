package vn.kientao.reform.procedures.web.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFile.Column;
import vn.kientao.platform.api.table.TableFile.Line;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.report.ReportForm;
import vn.kientao.reform.procedures.domain.report.ReportTable.Row;

/** A report as a file: the same columns, rows and sum as on the page. */
final class ReportFile {
    private final ReportModel model;
    private final Page page;

    ReportFile(ReportModel model) {
        this.model = model;
        this.page = model.page();
    }

    TableFile table(String agency, String agencyName) {
        List<Column> columns = new ArrayList<>(List.of(new Column(model.rowHead(), 40)));
        model.form().columns().forEach(column -> columns.add(new Column(model.words(column), 14)));
        return new TableFile(
                name(agency),
                "report",
                page.text("report.form.caption", model.form().code()) + " - "
                        + page.texts().get(model.form().name()),
                List.of(agencyName, model.dates()),
                columns,
                this::say,
                List.of());
    }

    /** The name of the file, without its ending. */
    String name(String agency) {
        return "bao-cao-" + model.form().code() + "-" + agency + "-"
                + model.period().from() + "-" + model.period().to();
    }

    private void say(Line line) throws IOException {
        for (Row row : model.table().rows()) {
            line.add(cells(model.rowName(row), row));
        }
        line.add(cells(page.text("report.sum"), model.table().sum()));
    }

    private List<SheetCell> cells(String name, Row row) {
        List<SheetCell> cells = new ArrayList<>(List.of(SheetCell.text(name)));
        for (ReportForm.Column column : model.form().columns()) {
            cells.add(SheetCell.number(row.number(column.measure())));
        }
        return cells;
    }
}
