package vn.kientao.reform.procedures.store.dossier;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;
import vn.kientao.reform.procedures.domain.dossier.DossierEvent;
import vn.kientao.reform.procedures.domain.dossier.DossierResult;
import vn.kientao.reform.procedures.domain.dossier.Places;
import vn.kientao.reform.procedures.domain.dossier.Standing;
import vn.kientao.reform.procedures.store.report.DossierSpans;
import vn.kientao.reform.procedures.store.report.StaleMonths;

/** Changes dossiers, each only from the version that was seen, and adds what happened to the timeline. */
public final class DossierChanges {
    private static final String KEEP = """
            UPDATE procedures.dossier
               SET version = :version, kept_version = :version, status = :status, running = :running, paused = :paused, list_key = :listKey,
                   received_at = :receivedAt, due_at = :dueAt, limit_text = :limitText, limit_amount = :limitAmount,
                   limit_unit = :limitUnit, rule_id = :rule, counted_from = :countedFrom, counted_days = :countedDays,
                   due_reason = :dueReason, place = :place,
                   result_number = :resultNumber, result_summary = :resultSummary, result_signer = :resultSigner,
                   result_signed_on = :resultSignedOn, result_electronic = :resultElectronic, negative = :negative, finished_at = :finishedAt,
                   handed_over_at = :handedOverAt, handed_to = :handedTo, ended_at = :endedAt,
                   support_place = :support, competent_agency = :competent, routed = :routed,
                   receiving_unit = :unit, bound_for = :boundFor,
                   supplements = :supplements, re_appointments = :reAppointments, corrections = :corrections,
                   clock_from = :clockFrom, first_due_at = :firstDue, assignee = :assignee,
                   assignee_name = :assigneeName, workflow_id = :workflow, step_key = :step, step_due_at = :stepDue,
                   changed_at = :changedAt
             WHERE id = :id AND version = :seen
            """;
    private static final String HOLD = """
            SELECT id
              FROM procedures.dossier
             WHERE code = ?
               FOR UPDATE
            """;
    private static final String HOLD_MANY = """
            SELECT id
              FROM procedures.dossier
             WHERE id IN (<ids>)
             ORDER BY id
               FOR UPDATE
            """;
    static final String ADD_EVENT = """
            INSERT INTO procedures.dossier_event (
                   dossier_id, version, happened, action, status, account, who, place, note, document)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final DossierSpans spans = new DossierSpans();
    private final StaleMonths stale = new StaleMonths();
    private final DossierTally tally = new DossierTally();
    private final WordIndex words = new WordIndex();

    /** Lets nobody else change the dossier until the transaction ends; waits for whoever holds it now. */
    public void hold(Handle transaction, DossierCode code) {
        transaction
                .createQuery(HOLD)
                .bind(0, code.toString())
                .map((row, context) -> row.getLong("id"))
                .list();
    }

    /** As {@link #hold(Handle, DossierCode)}, for many by their ids. */
    public void hold(Handle transaction, List<Long> dossiers) {
        if (!dossiers.isEmpty()) {
            transaction
                    .createQuery(HOLD_MANY)
                    .bindList("ids", dossiers)
                    .map((row, context) -> row.getLong("id"))
                    .list();
        }
    }

    /** Keeps the dossier as it stands next. Returns false, and changes nothing, when it was changed by somebody else. */
    public boolean keep(Handle transaction, Dossier next, LocalDateTime at) {
        DossierTally.Change counted = new DossierTally.Change();
        List<DossierTally.Place> before = tally.places(transaction, List.of(next.id()));
        before.forEach(counted::leaves);
        counted.comesTo(place(next));
        boolean kept = kept(transaction, next, at);
        if (kept) {
            tally.keep(transaction, counted);
            before.stream()
                    .filter(place -> place.listKey() != ListKey.of(next))
                    .forEach(place -> words.putInOrder(transaction, next.id(), place, ListKey.of(next)));
        }
        return kept;
    }

    private static DossierTally.Place place(Dossier dossier) {
        return new DossierTally.Place(
                dossier.agency(),
                ListKey.of(dossier),
                dossier.standing().assignee().map(Standing.Assignee::account),
                dossier.standing().places().routed());
    }

    private static boolean kept(Handle transaction, Dossier next, LocalDateTime at) {
        Update update = transaction.createUpdate(KEEP);
        bindState(update, next);
        bindResult(update, next.result());
        DossierWriter.bindAppointment(
                update, next.appointment(), next.standing().rule());
        bindPlaces(update, next);
        bindStanding(update, next.standing());
        return update.bind("id", next.id())
                        .bind("seen", next.version() - 1)
                        .bind("changedAt", at)
                        .execute()
                == 1;
    }

    private static void bindState(Update update, Dossier next) {
        update.bind("version", next.version())
                .bind("status", next.status().number())
                .bind("running", next.status().running())
                .bind("listKey", ListKey.of(next))
                .bind("receivedAt", next.receivedAt())
                .bind("place", next.place())
                .bind("finishedAt", next.finishedAt().orElse(null))
                .bind("handedOverAt", next.handedOverAt().orElse(null))
                .bind("handedTo", next.handedTo());
    }

    /** Binds a result; shared with the statement that keeps many dossiers. */
    static void bindResult(SqlStatement<?> update, Optional<DossierResult> result) {
        update.bind("resultNumber", result.map(DossierResult::number).orElse(null))
                .bind("resultSummary", result.map(DossierResult::summary).orElse(null))
                .bind("resultSigner", result.map(DossierResult::signer).orElse(null))
                .bind("resultSignedOn", result.map(DossierResult::signedOn).orElse(null))
                .bind("resultElectronic", result.map(DossierResult::electronic).orElse(null));
    }

    private static void bindPlaces(Update update, Dossier next) {
        Places places = next.standing().places();
        DossierWriter.bindPlaces(update, places, next.agency());
        update.bind("unit", places.fromElsewhere(next.agency()) ? places.unit() : null)
                .bind("boundFor", places.boundFor().orElse(null));
    }

    private static void bindStanding(Update update, Standing standing) {
        Optional<Standing.Position> position = standing.position();
        update.bind("paused", standing.paused())
                .bind("negative", standing.negative())
                .bind("endedAt", standing.endedAt().orElse(null))
                .bind("supplements", standing.supplements())
                .bind("reAppointments", standing.reAppointments())
                .bind("corrections", standing.corrections())
                .bind("clockFrom", standing.clockFrom())
                .bind("firstDue", standing.firstDue())
                .bind(
                        "assignee",
                        standing.assignee().map(Standing.Assignee::account).orElse(null))
                .bind(
                        "assigneeName",
                        standing.assignee().map(Standing.Assignee::name).orElse(null))
                .bind("workflow", position.map(Standing.Position::workflow).orElse(null))
                .bind("step", position.map(Standing.Position::step).orElse(null))
                .bind("stepDue", position.flatMap(Standing.Position::due).orElse(null));
    }

    /** Adds the event, and what reports count of it; the dossier itself has been changed before. */
    public void add(Handle transaction, long id, DossierEvent event) {
        transaction.execute(ADD_EVENT, columns(id, event));
        spans.follow(transaction, id);
        if (event.action() == DossierAction.FINISH || event.action() == DossierAction.CORRECT) {
            stale.end(transaction, id);
        }
    }

    /** The columns of an event in the order of {@link #ADD_EVENT}. */
    static Object[] columns(long id, DossierEvent event) {
        return new Object[] {
            id,
            event.version(),
            event.at(),
            event.action().name(),
            event.status().number(),
            event.account(),
            event.who(),
            event.place(),
            event.note(),
            event.document()
        };
    }
}
