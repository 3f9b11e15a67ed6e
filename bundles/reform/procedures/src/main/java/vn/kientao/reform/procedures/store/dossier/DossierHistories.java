package vn.kientao.reform.procedures.store.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import vn.kientao.reform.procedures.domain.dossier.Correction;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierHistory;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.domain.dossier.DueChange;
import vn.kientao.reform.procedures.domain.dossier.FinancialDuty;
import vn.kientao.reform.procedures.domain.dossier.Handover;
import vn.kientao.reform.procedures.domain.dossier.Leg;
import vn.kientao.reform.procedures.domain.dossier.Opinion;
import vn.kientao.reform.procedures.domain.dossier.Pause;
import vn.kientao.reform.procedures.domain.dossier.SupplementRequest;

/** Reads what was written down on a dossier's way. */
public final class DossierHistories {
    private static final String PAUSES = """
            SELECT number, cause, paused_from, paused_to, reason, document
              FROM procedures.dossier_pause
             WHERE dossier_id = ?
             ORDER BY number
            """;
    private static final String DUE_CHANGES = """
            SELECT number, changed_at, cause, was_due_at, due_at, reason
              FROM procedures.dossier_due
             WHERE dossier_id = ?
             ORDER BY number
            """;
    private static final String SUPPLEMENTS = """
            SELECT number, state, asked_from, reason, guide, asked_by, asked_at, respond_by, answered_at
              FROM procedures.dossier_supplement
             WHERE dossier_id = ?
             ORDER BY number
            """;
    private static final String ITEMS = """
            SELECT number, paper, what, done
              FROM procedures.dossier_supplement_item
             WHERE dossier_id = ?
             ORDER BY number, place
            """;
    private static final String DUTIES = """
            SELECT number, what, amount, document, asked_at, pay_by, paid_at, paid_amount, channel, receipt, payer
              FROM procedures.dossier_duty
             WHERE dossier_id = ?
             ORDER BY number
            """;
    private static final String OPINIONS = """
            SELECT number, body, content, document, asked_at, due_at, answered_at, answer, answer_document
              FROM procedures.dossier_opinion
             WHERE dossier_id = ?
             ORDER BY number
            """;
    private static final String LEGS = """
            SELECT number, height, way, body, leads, due_at, sent_at, returned_at, result, note
              FROM procedures.dossier_leg
             WHERE dossier_id = ?
             ORDER BY number
            """;
    private static final String HANDOVERS = """
            SELECT number, from_unit, to_unit, given_at, giver, due_at, taken_at, taker, note
              FROM procedures.dossier_handover
             WHERE dossier_id = ?
             ORDER BY number
            """;
    private static final String CORRECTIONS = """
            SELECT number, found_at, what, responsible, cost, result, document
              FROM procedures.dossier_correction
             WHERE dossier_id = ?
             ORDER BY number
            """;

    /** Everything about the dossier with this id. */
    public DossierHistory of(Handle handle, long id) {
        return new DossierHistory(
                all(handle, PAUSES, id, (row, context) -> pause(row)),
                all(handle, DUE_CHANGES, id, (row, context) -> dueChange(row)),
                supplements(handle, id),
                all(handle, DUTIES, id, (row, context) -> duty(row)),
                all(handle, OPINIONS, id, (row, context) -> opinion(row)),
                all(handle, LEGS, id, (row, context) -> leg(row)),
                all(handle, HANDOVERS, id, (row, context) -> handover(row)),
                all(handle, CORRECTIONS, id, (row, context) -> correction(row)));
    }

    private static <T> List<T> all(Handle handle, String sql, long id, RowMapper<T> mapper) {
        return handle.createQuery(sql).bind(0, id).map(mapper).list();
    }

    /** The requests before their items: what is asked for between the two statements is then left out as a whole. */
    private static List<SupplementRequest> supplements(Handle handle, long id) {
        List<Function<Map<Integer, List<SupplementRequest.Item>>, SupplementRequest>> requests =
                all(handle, SUPPLEMENTS, id, (row, context) -> supplement(row));
        Map<Integer, List<SupplementRequest.Item>> items = items(handle, id);
        return requests.stream().map(request -> request.apply(items)).toList();
    }

    private static Map<Integer, List<SupplementRequest.Item>> items(Handle handle, long id) {
        Map<Integer, List<SupplementRequest.Item>> items = new HashMap<>();
        handle.createQuery(ITEMS)
                .bind(0, id)
                .map((row, context) -> items.merge(
                        row.getInt("number"),
                        List.of(new SupplementRequest.Item(
                                row.getString("paper"), row.getString("what"), row.getBoolean("done"))),
                        DossierHistories::joined))
                .list();
        return items;
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private static Pause pause(ResultSet row) throws SQLException {
        return new Pause(
                row.getInt("number"),
                Pause.Cause.valueOf(row.getString("cause")),
                time(row, "paused_from"),
                maybe(row, "paused_to"),
                row.getString("reason"),
                row.getString("document"));
    }

    private static DueChange dueChange(ResultSet row) throws SQLException {
        return new DueChange(
                row.getInt("number"),
                time(row, "changed_at"),
                DossierAction.valueOf(row.getString("cause")),
                time(row, "was_due_at"),
                time(row, "due_at"),
                row.getString("reason"));
    }

    private static Function<Map<Integer, List<SupplementRequest.Item>>, SupplementRequest> supplement(ResultSet row)
            throws SQLException {
        int number = row.getInt("number");
        SupplementRequest.State state = SupplementRequest.State.valueOf(row.getString("state"));
        DossierStatus askedFrom = DossierStatus.of(row.getInt("asked_from"));
        String reason = row.getString("reason");
        String guide = row.getString("guide");
        String askedBy = row.getString("asked_by");
        Optional<LocalDateTime> askedAt = maybe(row, "asked_at");
        Optional<LocalDateTime> respondBy = maybe(row, "respond_by");
        Optional<LocalDateTime> answeredAt = maybe(row, "answered_at");
        return items -> new SupplementRequest(
                number,
                state,
                askedFrom,
                reason,
                guide,
                askedBy,
                askedAt,
                respondBy,
                answeredAt,
                items.getOrDefault(number, List.of()));
    }

    private static FinancialDuty duty(ResultSet row) throws SQLException {
        LocalDateTime paid = row.getObject("paid_at", LocalDateTime.class);
        Optional<FinancialDuty.Payment> payment = paid == null
                ? Optional.empty()
                : Optional.of(new FinancialDuty.Payment(
                        paid,
                        row.getLong("paid_amount"),
                        row.getInt("channel"),
                        row.getString("receipt"),
                        row.getString("payer")));
        return new FinancialDuty(
                row.getInt("number"),
                row.getString("what"),
                row.getLong("amount"),
                row.getString("document"),
                time(row, "asked_at"),
                Optional.ofNullable(row.getObject("pay_by", LocalDate.class)),
                payment);
    }

    private static Opinion opinion(ResultSet row) throws SQLException {
        LocalDateTime answered = row.getObject("answered_at", LocalDateTime.class);
        return new Opinion(
                row.getInt("number"),
                row.getString("body"),
                row.getString("content"),
                row.getString("document"),
                time(row, "asked_at"),
                time(row, "due_at"),
                answered == null
                        ? Optional.empty()
                        : Optional.of(new Opinion.Answer(
                                answered, row.getString("answer"), row.getString("answer_document"))));
    }

    private static Leg leg(ResultSet row) throws SQLException {
        return new Leg(
                row.getInt("number"),
                Leg.Level.valueOf(row.getString("height")),
                Leg.Mode.valueOf(row.getString("way")),
                row.getString("body"),
                row.getBoolean("leads"),
                time(row, "due_at"),
                maybe(row, "sent_at"),
                maybe(row, "returned_at"),
                row.getString("result"),
                row.getString("note"));
    }

    private static Handover handover(ResultSet row) throws SQLException {
        return new Handover(
                row.getInt("number"),
                row.getString("from_unit"),
                row.getString("to_unit"),
                time(row, "given_at"),
                row.getString("giver"),
                maybe(row, "due_at"),
                maybe(row, "taken_at"),
                row.getString("taker"),
                row.getString("note"));
    }

    private static Correction correction(ResultSet row) throws SQLException {
        return new Correction(
                row.getInt("number"),
                time(row, "found_at"),
                row.getString("what"),
                row.getString("responsible"),
                row.getLong("cost"),
                row.getString("result"),
                row.getString("document"));
    }

    private static LocalDateTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class);
    }

    private static Optional<LocalDateTime> maybe(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDateTime.class));
    }
}
