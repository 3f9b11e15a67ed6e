package vn.kientao.reform.procedures.web.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vn.kientao.reform.procedures.domain.report.ReportForm;
import vn.kientao.reform.procedures.domain.report.ReportTable.Row;
import vn.kientao.reform.procedures.web.Csv;

/** A report as a file: the same columns, rows and sum as on the page. */
final class ReportFile {
    private final ReportModel model;

    ReportFile(ReportModel model) {
        this.model = model;
    }

    void writeCsv(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        Csv csv = new Csv(writer);
        List<String> head = new ArrayList<>(List.of(model.rowHead()));
        model.form().columns().forEach(column -> head.add(model.words(column)));
        csv.line(head);
        for (Row row : model.table().rows()) {
            csv.line(cells(model.rowName(row), row));
        }
        csv.line(cells(model.page().text("report.sum"), model.table().sum()));
        writer.flush();
    }

    private List<String> cells(String name, Row row) {
        List<String> cells = new ArrayList<>(List.of(name));
        for (ReportForm.Column column : model.form().columns()) {
            cells.add("" + row.number(column.measure()));
        }
        return cells;
    }
}
