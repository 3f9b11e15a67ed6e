package vn.kientao.reform.procedures.store.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.procedures.domain.report.Heading;
import vn.kientao.reform.procedures.domain.report.Measure;
import vn.kientao.reform.procedures.domain.report.ReportForm;
import vn.kientao.reform.procedures.domain.report.ReportForm.Column;
import vn.kientao.reform.procedures.domain.report.ReportForm.RowBy;

/** The report forms with their columns, and the headings of ends, as they are valid on a day. */
public final class ReportForms {
    private static final String FORMS = """
            SELECT code, valid_from, name_vi, name_en, row_by, legal_basis
              FROM procedures.report_form
             WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
             ORDER BY code, valid_from
            """;
    private static final String COLUMNS = """
            SELECT measure, group_vi, group_en, name_vi, name_en
              FROM procedures.report_column
             WHERE form_code = ? AND form_from = ?
             ORDER BY place
            """;
    private static final String ENDS = """
            SELECT status, heading
              FROM procedures.report_end
             WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
             ORDER BY valid_from
            """;

    public List<ReportForm> on(Handle handle, LocalDate day) {
        return handle.createQuery(FORMS)
                .bind("day", day)
                .map((row, context) -> new ReportForm(
                        row.getString("code"),
                        new LocalText(row.getString("name_vi"), row.getString("name_en")),
                        RowBy.valueOf(row.getString("row_by")),
                        row.getString("legal_basis"),
                        columns(handle, row.getString("code"), row.getObject("valid_from", LocalDate.class))))
                .list();
    }

    private static List<Column> columns(Handle handle, String form, LocalDate from) {
        return handle
                .createQuery(COLUMNS)
                .bind(0, form)
                .bind(1, from)
                .map((row, context) -> column(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty for a measure that this release does not know. */
    private static Optional<Column> column(ResultSet row) throws SQLException {
        LocalText group = text(row.getString("group_vi"), row.getString("group_en"));
        LocalText name = text(row.getString("name_vi"), row.getString("name_en"));
        return Measure.of(row.getString("measure")).map(measure -> new Column(measure, group, name));
    }

    /** Under which headings ends are counted on a day; the youngest row counts. */
    public Heading.Ends ends(Handle handle, LocalDate day) {
        Map<Integer, Heading> headings = new HashMap<>();
        handle.createQuery(ENDS)
                .bind("day", day)
                .map((row, context) -> Map.entry(row.getInt("status"), Heading.valueOf(row.getString("heading"))))
                .forEach(row -> headings.put(row.getKey(), row.getValue()));
        return new Heading.Ends(headings);
    }

    private static LocalText text(String vi, String en) {
        return new LocalText(vi, en);
    }
}
