package vn.kientao.reform.procedures.store.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.time.TimeLimit;
import vn.kientao.reform.procedures.domain.dossier.Applicant;
import vn.kientao.reform.procedures.domain.dossier.Appointment;
import vn.kientao.reform.procedures.domain.dossier.DeadlineRule;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierChannel;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;
import vn.kientao.reform.procedures.domain.dossier.DossierEvent;
import vn.kientao.reform.procedures.domain.dossier.DossierResult;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.dossier.Owner;
import vn.kientao.reform.procedures.domain.dossier.Places;
import vn.kientao.reform.procedures.domain.dossier.ReceivedPaper;
import vn.kientao.reform.procedures.domain.dossier.ReceivedUnder;
import vn.kientao.reform.procedures.domain.dossier.Standing;
import vn.kientao.reform.procedures.domain.dossier.Submission;

/** Reads whole dossiers: the record, its papers, its timeline. */
public final class DossierReader {
    static final String WHOLE = """
            SELECT id, version, agency_code, unit_id, received_on, day_number, tracking_key, status,
                   procedure_version_id, procedure_code, procedure_name, field, variant_id,
                   channel, applicant_kind, applicant_name, applicant_id_number, applicant_address,
                   applicant_phone, applicant_email, owner_name, owner_address, content, sets, result_by,
                   received_at, due_at, limit_text, limit_amount, limit_unit, rule_id, counted_from, counted_days,
                   due_reason, place, result_number, result_summary, result_signer, result_signed_on, result_electronic,
                   finished_at, handed_over_at, handed_to,
                   support_place, competent_agency, routed, paused, negative, supplements, re_appointments, corrections,
                   submitted_at, clock_from, first_due_at, ended_at, assignee, assignee_name,
                   workflow_id, step_key, step_due_at, receiving_unit, bound_for
              FROM procedures.dossier
            """;
    private static final String BY_CODE = WHOLE + " WHERE code = ?";
    private static final String CODE_BY_ONCE_KEY = """
            SELECT code
              FROM procedures.dossier
             WHERE agency_code = ? AND once_key = ?
            """;
    private static final String PAPERS = """
            SELECT name, originals, certified, copies, received, digital, source
              FROM procedures.dossier_paper
             WHERE dossier_id = ?
             ORDER BY place
            """;
    private static final String EVENTS = """
            SELECT version, happened, action, status, account, who, place, note, document
              FROM procedures.dossier_event
             WHERE dossier_id = ?
             ORDER BY version
            """;

    private static final DeadlineRules RULES = new DeadlineRules();

    public Optional<Dossier> find(Handle handle, DossierCode code) {
        return handle.createQuery(BY_CODE)
                .bind(0, code.toString())
                .map((row, context) -> dossier(row, new Singly(handle)))
                .findOne();
    }

    /** The code of the dossier that was made with this key. */
    public Optional<DossierCode> codeByOnceKey(Handle handle, String agency, String onceKey) {
        return handle.createQuery(CODE_BY_ONCE_KEY)
                .bind(0, agency)
                .bind(1, onceKey)
                .map((row, context) -> row.getString("code"))
                .findOne()
                .flatMap(DossierCode::parse);
    }

    static Dossier dossier(ResultSet row, Parts parts) throws SQLException {
        long id = row.getLong("id");
        Appointment appointment = appointment(row, parts);
        return new Dossier(
                id,
                new DossierCode(row.getString("unit_id"), date(row, "received_on"), row.getInt("day_number")),
                row.getString("agency_code"),
                new ReceivedUnder(
                        row.getLong("procedure_version_id"),
                        row.getString("procedure_code"),
                        row.getString("procedure_name"),
                        row.getString("field"),
                        row.getLong("variant_id")),
                submission(row, parts.papers(id)),
                time(row, "received_at"),
                appointment,
                DossierStatus.of(row.getInt("status")),
                row.getString("place"),
                result(row),
                Optional.ofNullable(row.getObject("finished_at", LocalDateTime.class)),
                Optional.ofNullable(row.getObject("handed_over_at", LocalDateTime.class)),
                row.getString("handed_to"),
                row.getString("tracking_key"),
                parts.events(id),
                row.getLong("version"),
                standing(row, parts, appointment));
    }

    /** What most dossiers have alike is kept as an empty column. */
    private static Standing standing(ResultSet row, Parts parts, Appointment appointment) throws SQLException {
        String agency = row.getString("agency_code");
        String competent =
                Optional.ofNullable(row.getString("competent_agency")).orElse(agency);
        LocalDateTime received = time(row, "received_at");
        return new Standing(
                new Places(
                        Optional.ofNullable(row.getString("support_place")).orElse(agency),
                        Optional.ofNullable(row.getString("receiving_unit")).orElse(agency),
                        row.getBoolean("routed") ? Optional.of(competent) : Optional.empty(),
                        Optional.ofNullable(row.getString("bound_for"))),
                row.getBoolean("paused"),
                row.getBoolean("negative"),
                row.getInt("supplements"),
                row.getInt("re_appointments"),
                row.getInt("corrections"),
                optionalTime(row, "submitted_at").orElse(received),
                optionalTime(row, "clock_from").orElse(received),
                optionalTime(row, "first_due_at").orElse(appointment.due()),
                optionalTime(row, "ended_at"),
                appointment.countedBy().isPresent() ? appointment.countedBy() : rule(row, parts),
                assignee(row),
                position(row));
    }

    private static Submission submission(ResultSet row, List<ReceivedPaper> papers) throws SQLException {
        String owner = row.getString("owner_name");
        return new Submission(
                DossierChannel.of(row.getInt("channel")),
                new Applicant(
                        Applicant.Kind.valueOf(row.getString("applicant_kind")),
                        row.getString("applicant_name"),
                        row.getString("applicant_id_number"),
                        row.getString("applicant_address"),
                        row.getString("applicant_phone"),
                        row.getString("applicant_email")),
                owner == null ? Optional.empty() : Optional.of(new Owner(owner, row.getString("owner_address"))),
                row.getString("content"),
                row.getInt("sets"),
                DossierChannel.of(row.getInt("result_by")),
                papers);
    }

    private static Appointment appointment(ResultSet row, Parts parts) throws SQLException {
        LocalDateTime due = time(row, "due_at");
        String unit = row.getString("limit_unit");
        if (unit == null) {
            return new Appointment.SetByHand(due, row.getString("limit_text"), row.getString("due_reason"));
        }
        return new Appointment.Counted(
                due,
                new TimeLimit(row.getInt("limit_amount"), TimeLimit.Unit.valueOf(unit)),
                row.getString("limit_text"),
                parts.rule(row.getLong("rule_id")),
                time(row, "counted_from"),
                CountedDays.read(row.getString("counted_days")));
    }

    private static Optional<DossierResult> result(ResultSet row) throws SQLException {
        String number = row.getString("result_number");
        if (number == null) {
            return Optional.empty();
        }
        return Optional.of(new DossierResult(
                number,
                row.getString("result_summary"),
                row.getString("result_signer"),
                date(row, "result_signed_on"),
                row.getObject("result_electronic", Boolean.class)));
    }

    static ReceivedPaper paper(ResultSet row) throws SQLException {
        return new ReceivedPaper(
                row.getString("name"),
                row.getInt("originals"),
                row.getInt("certified"),
                row.getInt("copies"),
                row.getBoolean("received"),
                ReceivedPaper.Digital.of(row.getInt("digital")),
                row.getString("source"));
    }

    static DossierEvent event(ResultSet row) throws SQLException {
        return new DossierEvent(
                row.getLong("version"),
                time(row, "happened"),
                DossierAction.valueOf(row.getString("action")),
                DossierStatus.of(row.getInt("status")),
                row.getString("account"),
                row.getString("who"),
                row.getString("place"),
                row.getString("note"),
                row.getString("document"));
    }

    private static Optional<Standing.Assignee> assignee(ResultSet row) throws SQLException {
        String account = row.getString("assignee");
        return account == null
                ? Optional.empty()
                : Optional.of(new Standing.Assignee(account, row.getString("assignee_name")));
    }

    private static Optional<Standing.Position> position(ResultSet row) throws SQLException {
        String step = row.getString("step_key");
        return step == null
                ? Optional.empty()
                : Optional.of(
                        new Standing.Position(row.getLong("workflow_id"), step, optionalTime(row, "step_due_at")));
    }

    private static Optional<DeadlineRule> rule(ResultSet row, Parts parts) throws SQLException {
        long rule = row.getLong("rule_id");
        return row.wasNull() ? Optional.empty() : Optional.of(parts.rule(rule));
    }

    private static Optional<LocalDateTime> optionalTime(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class));
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static LocalDateTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class);
    }

    /** What a dossier has in other tables. */
    interface Parts {
        List<ReceivedPaper> papers(long dossier);

        List<DossierEvent> events(long dossier);

        DeadlineRule rule(long id);
    }

    /** Asks for the parts of one dossier when they are wanted. */
    private record Singly(Handle handle) implements Parts {
        @Override
        public List<ReceivedPaper> papers(long dossier) {
            return handle.createQuery(PAPERS)
                    .bind(0, dossier)
                    .map((row, context) -> paper(row))
                    .list();
        }

        @Override
        public List<DossierEvent> events(long dossier) {
            return handle.createQuery(EVENTS)
                    .bind(0, dossier)
                    .map((row, context) -> event(row))
                    .list();
        }

        @Override
        public DeadlineRule rule(long id) {
            return RULES.byId(handle, id);
        }
    }
}
