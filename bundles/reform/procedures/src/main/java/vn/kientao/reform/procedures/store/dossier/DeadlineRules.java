package vn.kientao.reform.procedures.store.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.time.Deadlines;
import vn.kientao.reform.procedures.domain.dossier.DeadlineRule;
import vn.kientao.reform.procedures.domain.dossier.RuleSettings;

/** Reads {@code procedures.deadline_rule}. */
public final class DeadlineRules {
    private static final String ON_DAY = """
            SELECT id, code, reading, valid_from, valid_to, legal_basis, supplement_clock, transfer_cut_off, notice_days,
                   most_supplements, apology_days, most_re_appointments, review_hours, payment_pauses
              FROM procedures.deadline_rule
             WHERE valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
             ORDER BY valid_from DESC, id DESC
             FETCH FIRST 1 ROWS ONLY
            """;
    private static final String ALL = """
            SELECT id, code, reading, valid_from, valid_to, legal_basis, supplement_clock, transfer_cut_off, notice_days,
                   most_supplements, apology_days, most_re_appointments, review_hours, payment_pauses
              FROM procedures.deadline_rule
             ORDER BY valid_from DESC, id DESC
            """;
    private static final String BY_ID = """
            SELECT id, code, reading, valid_from, valid_to, legal_basis, supplement_clock, transfer_cut_off, notice_days,
                   most_supplements, apology_days, most_re_appointments, review_hours, payment_pauses
              FROM procedures.deadline_rule
             WHERE id = ?
            """;

    private static final String END = """
            UPDATE procedures.deadline_rule
               SET valid_to = :last
             WHERE valid_to IS NULL OR valid_to > :last
            """;
    private static final String ADD = """
            INSERT INTO procedures.deadline_rule (
                   code, reading, valid_from, valid_to, legal_basis, supplement_clock, transfer_cut_off, notice_days,
                   most_supplements, apology_days, most_re_appointments, review_hours, payment_pauses)
            VALUES (:code, :reading, :from, :to, :basis, :supplement, :cutOff, :notice,
                   :supplements, :apology, :reAppointments, :review, :payment)
            """;

    /** What holds after a day ends then. */
    public void end(Handle handle, LocalDate last) {
        handle.createUpdate(END).bind("last", last).execute();
    }

    /** Adds a row and returns its id. */
    public long add(Handle handle, DeadlineRule rule) {
        RuleSettings settings = rule.settings();
        return handle.createUpdate(ADD)
                .bind("code", rule.code())
                .bind("reading", rule.reading().name())
                .bind("from", rule.validFrom())
                .bind("to", rule.validTo().orElse(null))
                .bind("basis", rule.legalBasis())
                .bind("supplement", settings.supplement().name())
                .bind("cutOff", settings.transferCutOff())
                .bind("notice", settings.noticeDays())
                .bind("supplements", settings.mostSupplements())
                .bind("apology", settings.apologyDays())
                .bind("reAppointments", settings.mostReAppointments())
                .bind("review", settings.reviewHours())
                .bind("payment", settings.paymentPauses())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    /** The rule in force on a day; the youngest when spans overlap. */
    public Optional<DeadlineRule> on(Handle handle, LocalDate day) {
        return handle.createQuery(ON_DAY)
                .bind("day", day)
                .map((row, context) -> rule(row))
                .findOne();
    }

    /** Every rule; the first that is in force on a day is the one {@link #on} answers. */
    public List<DeadlineRule> all(Handle handle) {
        return handle.createQuery(ALL).map((row, context) -> rule(row)).list();
    }

    DeadlineRule byId(Handle handle, long id) {
        return handle.createQuery(BY_ID)
                .bind(0, id)
                .map((row, context) -> rule(row))
                .one();
    }

    private static DeadlineRule rule(ResultSet row) throws SQLException {
        return new DeadlineRule(
                row.getLong("id"),
                row.getString("code"),
                Deadlines.Reading.valueOf(row.getString("reading")),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                row.getString("legal_basis"),
                new RuleSettings(
                        RuleSettings.Supplement.valueOf(row.getString("supplement_clock")),
                        row.getObject("transfer_cut_off", LocalTime.class),
                        row.getInt("notice_days"),
                        row.getInt("most_supplements"),
                        row.getInt("apology_days"),
                        row.getInt("most_re_appointments"),
                        row.getInt("review_hours"),
                        row.getBoolean("payment_pauses")));
    }
}
