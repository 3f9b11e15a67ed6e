package vn.kientao.reform.steering.store.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.steering.domain.report.OutlineRow;
import vn.kientao.reform.steering.domain.report.PeriodRule;
import vn.kientao.reform.steering.domain.report.ReportKind;

/** Reads and writes {@code steering.report_period} and {@code steering.report_outline}. */
public final class ReportRules {
    private static final String OUTLINE = """
            SELECT id, version, code, position, title_vi, title_en, area, statistics, valid_from, valid_to, legal_basis
              FROM steering.report_outline
            """;
    private static final String VALID = OUTLINE + """
             WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
             ORDER BY position, id
            """;
    private static final String ADD = """
            INSERT INTO steering.report_outline (
                   version, code, position, title_vi, title_en, area, statistics, valid_from, valid_to, legal_basis)
            VALUES (1, :code, :position, :vi, :en, :area, FALSE, :from, :to, :basis)
            """;
    private static final String CHANGE = """
            UPDATE steering.report_outline
               SET version = version + 1, position = :position, title_vi = :vi, title_en = :en, valid_to = :to, legal_basis = :basis
             WHERE id = :id AND version = :version
            """;

    private static final String ADD_PERIOD = """
            INSERT INTO steering.report_period (
                   kind, from_month, from_day, from_year_before, to_month, to_day, due_month, due_day, internal_days,
                   valid_from, legal_basis)
            VALUES (:kind, :fromMonth, :fromDay, :yearBefore, :toMonth, :toDay, :dueMonth, :dueDay, :internalDays,
                   :validFrom, :basis)
            """;

    /** All rows about periods, as they were and are. */
    public List<PeriodRule> periods(Handle handle) {
        return handle.createQuery("SELECT * FROM steering.report_period ORDER BY valid_from, to_month")
                .map((row, context) -> new PeriodRule(
                        ReportKind.valueOf(row.getString("kind")),
                        MonthDay.of(row.getInt("from_month"), row.getInt("from_day")),
                        row.getBoolean("from_year_before"),
                        MonthDay.of(row.getInt("to_month"), row.getInt("to_day")),
                        MonthDay.of(row.getInt("due_month"), row.getInt("due_day")),
                        row.getInt("internal_days"),
                        row.getObject("valid_from", LocalDate.class),
                        Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                        row.getString("legal_basis")))
                .list();
    }

    public void addPeriod(Handle transaction, PeriodRule rule) {
        transaction
                .createUpdate(ADD_PERIOD)
                .bind("kind", rule.kind().name())
                .bind("fromMonth", rule.from().getMonthValue())
                .bind("fromDay", rule.from().getDayOfMonth())
                .bind("yearBefore", rule.yearBefore())
                .bind("toMonth", rule.to().getMonthValue())
                .bind("toDay", rule.to().getDayOfMonth())
                .bind("dueMonth", rule.due().getMonthValue())
                .bind("dueDay", rule.due().getDayOfMonth())
                .bind("internalDays", rule.internalDays())
                .bind("validFrom", rule.validFrom())
                .bind("basis", rule.legalBasis())
                .execute();
    }

    /** The outline as it is valid on a day, in its order. */
    public List<OutlineRow> outline(Handle handle, LocalDate day) {
        return handle.createQuery(VALID)
                .bind("day", day)
                .map((row, context) -> row(row))
                .list();
    }

    /** All rows, ended ones too. */
    public List<OutlineRow> outline(Handle handle) {
        return handle.createQuery(OUTLINE + " ORDER BY position, id")
                .map((row, context) -> row(row))
                .list();
    }

    private static OutlineRow row(ResultSet row) throws SQLException {
        return new OutlineRow(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("code"),
                row.getInt("position"),
                new LocalText(row.getString("title_vi"), row.getString("title_en")),
                Optional.ofNullable(row.getString("area")),
                row.getBoolean("statistics"),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                row.getString("legal_basis"));
    }

    public void add(Handle transaction, OutlineRow one) {
        transaction
                .createUpdate(ADD)
                .bind("code", one.code())
                .bind("position", one.position())
                .bind("vi", one.title().vi())
                .bind("en", one.title().en())
                .bind("area", one.area().orElse(null))
                .bind("from", one.validFrom())
                .bind("to", one.validTo().orElse(null))
                .bind("basis", one.legalBasis())
                .execute();
    }

    /** Writes position, titles, end and basis of a row; false when somebody changed it meanwhile. */
    public boolean change(Handle transaction, OutlineRow one) {
        return transaction
                        .createUpdate(CHANGE)
                        .bind("position", one.position())
                        .bind("vi", one.title().vi())
                        .bind("en", one.title().en())
                        .bind("to", one.validTo().orElse(null))
                        .bind("basis", one.legalBasis())
                        .bind("id", one.id())
                        .bind("version", one.version())
                        .execute()
                == 1;
    }
}
