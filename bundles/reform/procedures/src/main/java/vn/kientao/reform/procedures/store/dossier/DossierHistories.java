package vn.kientao.reform.procedures.store.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
            SELECT dossier_id, number, cause, paused_from, paused_to, reason, document
              FROM procedures.dossier_pause
             WHERE dossier_id IN (<ids>)
             ORDER BY dossier_id, number
            """;
    private static final String DUE_CHANGES = """
            SELECT dossier_id, number, changed_at, cause, was_due_at, due_at, reason
              FROM procedures.dossier_due
             WHERE dossier_id IN (<ids>)
             ORDER BY dossier_id, number
            """;
    private static final String SUPPLEMENTS = """
            SELECT dossier_id, number, state, asked_from, reason, guide, asked_by, asked_at, respond_by, answered_at
              FROM procedures.dossier_supplement
             WHERE dossier_id IN (<ids>)
             ORDER BY dossier_id, number
            """;
    private static final String ITEMS = """
            SELECT dossier_id, number, paper, what, done
              FROM procedures.dossier_supplement_item
             WHERE dossier_id IN (<ids>)
             ORDER BY dossier_id, number, place
            """;
    private static final String DUTIES = """
            SELECT dossier_id, number, what, amount, document, asked_at, pay_by, paid_at, paid_amount, channel, receipt, payer,
                   COALESCE(taken_by, '') AS taken_by
              FROM procedures.dossier_duty
             WHERE dossier_id IN (<ids>)
             ORDER BY dossier_id, number
            """;
    private static final String OPINIONS = """
            SELECT dossier_id, number, body, content, document, asked_at, due_at, answered_at, answer, answer_document
              FROM procedures.dossier_opinion
             WHERE dossier_id IN (<ids>)
             ORDER BY dossier_id, number
            """;
    private static final String LEGS = """
            SELECT dossier_id, number, height, way, body, leads, due_at, sent_at, returned_at, result, note
              FROM procedures.dossier_leg
             WHERE dossier_id IN (<ids>)
             ORDER BY dossier_id, number
            """;
    private static final String HANDOVERS = """
            SELECT dossier_id, number, from_unit, to_unit, given_at, giver, due_at, taken_at, taker, note
              FROM procedures.dossier_handover
             WHERE dossier_id IN (<ids>)
             ORDER BY dossier_id, number
            """;
    private static final String CORRECTIONS = """
            SELECT dossier_id, number, found_at, what, responsible, cost, result, document
              FROM procedures.dossier_correction
             WHERE dossier_id IN (<ids>)
             ORDER BY dossier_id, number
            """;

    /** Everything about the dossier with this id. */
    public DossierHistory of(Handle handle, long id) {
        return of(handle, List.of(id)).getOrDefault(id, DossierHistory.NONE);
    }

    /** Everything about each of the dossiers with these ids, read with as many statements as of one. */
    public Map<Long, DossierHistory> of(Handle handle, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Long> wanted = List.copyOf(ids);
        Lists<Pause> pauses = all(handle, PAUSES, wanted, (row, context) -> pause(row));
        Lists<DueChange> dueChanges = all(handle, DUE_CHANGES, wanted, (row, context) -> dueChange(row));
        Lists<SupplementRequest> supplements = supplements(handle, wanted);
        Lists<FinancialDuty> duties = all(handle, DUTIES, wanted, (row, context) -> duty(row));
        Lists<Opinion> opinions = all(handle, OPINIONS, wanted, (row, context) -> opinion(row));
        Lists<Leg> legs = all(handle, LEGS, wanted, (row, context) -> leg(row));
        Lists<Handover> handovers = all(handle, HANDOVERS, wanted, (row, context) -> handover(row));
        Lists<Correction> corrections = all(handle, CORRECTIONS, wanted, (row, context) -> correction(row));
        Map<Long, DossierHistory> histories = new HashMap<>();
        for (Long id : wanted) {
            histories.put(
                    id,
                    new DossierHistory(
                            pauses.of(id),
                            dueChanges.of(id),
                            supplements.of(id),
                            duties.of(id),
                            opinions.of(id),
                            legs.of(id),
                            handovers.of(id),
                            corrections.of(id)));
        }
        return histories;
    }

    private static <T> Lists<T> all(Handle handle, String sql, List<Long> ids, RowMapper<T> mapper) {
        Lists<T> lists = new Lists<>(new HashMap<>());
        handle.createQuery(sql)
                .bindList("ids", ids)
                .map((row, context) -> lists.add(row.getLong("dossier_id"), mapper.map(row, context)))
                .list();
        return lists;
    }

    /** The requests before their items: what is asked for between the two statements is then left out as a whole. */
    private static Lists<SupplementRequest> supplements(Handle handle, List<Long> ids) {
        Lists<Function<List<NumberedItem>, SupplementRequest>> requests =
                all(handle, SUPPLEMENTS, ids, (row, context) -> supplement(row));
        Lists<NumberedItem> items = all(
                handle,
                ITEMS,
                ids,
                (row, context) -> new NumberedItem(
                        row.getInt("number"),
                        new SupplementRequest.Item(
                                row.getString("paper"), row.getString("what"), row.getBoolean("done"))));
        Lists<SupplementRequest> whole = new Lists<>(new HashMap<>());
        requests.byDossier().forEach((id, some) -> some.forEach(request -> whole.add(id, request.apply(items.of(id)))));
        return whole;
    }

    /** An item of the supplement request with this number. */
    private record NumberedItem(int number, SupplementRequest.Item item) {}

    /** What each dossier has of one kind, in the order in which it was read. */
    private record Lists<T>(Map<Long, List<T>> byDossier) {
        List<T> of(Long id) {
            return byDossier.getOrDefault(id, List.of());
        }

        boolean add(Long id, T one) {
            return byDossier.computeIfAbsent(id, none -> new ArrayList<>()).add(one);
        }
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

    private static Function<List<NumberedItem>, SupplementRequest> supplement(ResultSet row) throws SQLException {
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
                items.stream()
                        .filter(item -> item.number() == number)
                        .map(NumberedItem::item)
                        .toList());
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
                        row.getString("payer"),
                        row.getString("taken_by")));
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
