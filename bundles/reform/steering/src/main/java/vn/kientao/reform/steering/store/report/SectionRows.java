package vn.kientao.reform.steering.store.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.steering.domain.report.Figure;
import vn.kientao.reform.steering.domain.report.OutlineRow;
import vn.kientao.reform.steering.domain.report.Section;
import vn.kientao.reform.steering.domain.report.SectionText;

/** Reads and writes the sections of a report with their texts, and its figures. */
public final class SectionRows {
    private static final String SECTIONS = """
            SELECT s.code, s.title_vi, s.title_en, s.area, s.statistics, s.version, t.body, t.at, t.account
              FROM steering.report_section s
              JOIN steering.report_text t ON t.report_id = s.report_id AND t.section = s.code AND t.version = s.version
             WHERE s.report_id = ?
             ORDER BY s.position, s.code
            """;
    private static final String ADD_SECTION = """
            INSERT INTO steering.report_section (report_id, code, position, title_vi, title_en, area, statistics, version)
            VALUES (:report, :code, :position, :vi, :en, :area, :statistics, 1)
            """;
    private static final String ADD_TEXT = """
            INSERT INTO steering.report_text (report_id, section, version, body, at, account)
            VALUES (:report, :section, :version, :body, :at, :account)
            """;
    private static final String NEXT = """
            UPDATE steering.report_section SET version = version + 1 WHERE report_id = ? AND code = ? AND version = ?
            """;
    private static final String TEXTS = """
            SELECT version, body, at, account
              FROM steering.report_text
             WHERE report_id = ? AND section = ?
             ORDER BY version DESC
            """;
    private static final String FIGURES = """
            SELECT code, area, name_vi, name_en, unit_vi, unit_en, amount, address
              FROM steering.report_figure
             WHERE report_id = ?
             ORDER BY position
            """;
    private static final String ADD_FIGURE = """
            INSERT INTO steering.report_figure (
                   report_id, position, code, area, name_vi, name_en, unit_vi, unit_en, amount, address)
            VALUES (:report, :position, :code, :area, :nameVi, :nameEn, :unitVi, :unitEn, :amount, :address)
            """;

    /** The sections in their order, each with its present text. */
    public List<Section> sections(Handle handle, long report) {
        return handle.createQuery(SECTIONS)
                .bind(0, report)
                .map((row, context) -> new Section(
                        row.getString("code"),
                        new LocalText(row.getString("title_vi"), row.getString("title_en")),
                        Optional.ofNullable(row.getString("area")),
                        row.getBoolean("statistics"),
                        row.getLong("version"),
                        text(row)))
                .list();
    }

    private static SectionText text(ResultSet row) throws SQLException {
        return new SectionText(
                row.getLong("version"),
                row.getString("body"),
                row.getObject("at", LocalDateTime.class),
                row.getString("account"));
    }

    /** Adds a section as the outline has it, with a first text. */
    public void add(Handle transaction, long report, OutlineRow row, SectionText first) {
        transaction
                .createUpdate(ADD_SECTION)
                .bind("report", report)
                .bind("code", row.code())
                .bind("position", row.position())
                .bind("vi", row.title().vi())
                .bind("en", row.title().en())
                .bind("area", row.area().orElse(null))
                .bind("statistics", row.statistics())
                .execute();
        add(transaction, report, row.code(), first);
    }

    private static void add(Handle transaction, long report, String section, SectionText text) {
        transaction
                .createUpdate(ADD_TEXT)
                .bind("report", report)
                .bind("section", section)
                .bind("version", text.version())
                .bind("body", text.body())
                .bind("at", text.at())
                .bind("account", text.account())
                .execute();
    }

    /** Writes a text as the next one after the version that was seen; false when that is no longer the present one. */
    public boolean write(Handle transaction, long report, String section, long seen, SectionText next) {
        if (transaction.execute(NEXT, report, section, seen) == 0) {
            return false;
        }
        add(transaction, report, section, next);
        return true;
    }

    /** Every text of a section, the newest first. */
    public List<SectionText> texts(Handle handle, long report, String section) {
        return handle.createQuery(TEXTS)
                .bind(0, report)
                .bind(1, section)
                .map((row, context) -> text(row))
                .list();
    }

    public List<Figure> figures(Handle handle, long report) {
        return handle.createQuery(FIGURES)
                .bind(0, report)
                .map((row, context) -> new Figure(
                        row.getString("code"),
                        row.getString("area"),
                        new LocalText(row.getString("name_vi"), row.getString("name_en")),
                        new LocalText(row.getString("unit_vi"), row.getString("unit_en")),
                        Optional.ofNullable(row.getBigDecimal("amount")),
                        row.getString("address")))
                .list();
    }

    /** Puts figures in the place of those that were there. */
    public void replace(Handle transaction, long report, List<Figure> figures) {
        transaction.execute("DELETE FROM steering.report_figure WHERE report_id = ?", report);
        int position = 0;
        for (Figure figure : figures) {
            position++;
            transaction
                    .createUpdate(ADD_FIGURE)
                    .bind("report", report)
                    .bind("position", position)
                    .bind("code", figure.code())
                    .bind("area", figure.area())
                    .bind("nameVi", figure.name().vi())
                    .bind("nameEn", figure.name().en())
                    .bind("unitVi", figure.unit().vi())
                    .bind("unitEn", figure.unit().en())
                    .bind("amount", figure.amount().orElse(null))
                    .bind("address", figure.address())
                    .execute();
        }
    }
}
