package vn.kientao.reform.procedures.store.dossier;

import java.time.LocalDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.dossier.Correction;
import vn.kientao.reform.procedures.domain.dossier.DueChange;
import vn.kientao.reform.procedures.domain.dossier.FinancialDuty;
import vn.kientao.reform.procedures.domain.dossier.Handover;
import vn.kientao.reform.procedures.domain.dossier.Leg;
import vn.kientao.reform.procedures.domain.dossier.Opinion;
import vn.kientao.reform.procedures.domain.dossier.Pause;
import vn.kientao.reform.procedures.domain.dossier.SupplementRequest;
import vn.kientao.reform.procedures.store.report.StaleMonths;

/** Writes down what happens on a dossier's way. Numbers are given by the caller, who holds the dossier. */
public final class DossierRecords {
    private static final String ADD_PAUSE = """
            INSERT INTO procedures.dossier_pause (dossier_id, number, cause, paused_from, reason, document)
            VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String END_PAUSES = """
            UPDATE procedures.dossier_pause
               SET paused_to = ?
             WHERE dossier_id = ? AND paused_to IS NULL
            """;
    private static final String ADD_DUE = """
            INSERT INTO procedures.dossier_due (dossier_id, number, changed_at, cause, was_due_at, due_at, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ADD_SUPPLEMENT = """
            INSERT INTO procedures.dossier_supplement (
                   dossier_id, number, state, asked_from, reason, guide, asked_by, asked_at, respond_by, answered_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String REMOVE_ITEMS = """
            DELETE FROM procedures.dossier_supplement_item
             WHERE dossier_id = ? AND number = ?
            """;
    private static final String REMOVE_SUPPLEMENT = """
            DELETE FROM procedures.dossier_supplement
             WHERE dossier_id = ? AND number = ? AND state = 'COMPOSED'
            """;
    private static final String ADD_ITEM = """
            INSERT INTO procedures.dossier_supplement_item (dossier_id, number, place, paper, what, done)
            VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String END_SUPPLEMENT = """
            UPDATE procedures.dossier_supplement
               SET state = ?, answered_at = ?
             WHERE dossier_id = ? AND number = ?
            """;
    private static final String ITEMS_DONE = """
            UPDATE procedures.dossier_supplement_item
               SET done = TRUE
             WHERE dossier_id = ? AND number = ?
            """;
    private static final String PAPER_IS_THERE = """
            UPDATE procedures.dossier_paper
               SET received = TRUE, originals = CASE WHEN originals + certified + copies = 0 THEN 1 ELSE originals END
             WHERE dossier_id = ? AND name = ?
            """;
    private static final String ADD_DUTY = """
            INSERT INTO procedures.dossier_duty (dossier_id, number, what, amount, document, asked_at, pay_by)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String PAY = """
            UPDATE procedures.dossier_duty
               SET paid_at = ?, paid_amount = ?, channel = ?, receipt = ?, payer = ?, taken_by = ?
             WHERE dossier_id = ? AND number = ?
            """;
    private static final String ADD_OPINION = """
            INSERT INTO procedures.dossier_opinion (dossier_id, number, body, content, document, asked_at, due_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ANSWER = """
            UPDATE procedures.dossier_opinion
               SET answered_at = ?, answer = ?, answer_document = ?
             WHERE dossier_id = ? AND number = ?
            """;
    private static final String ADD_LEG = """
            INSERT INTO procedures.dossier_leg (
                   dossier_id, number, height, way, body, leads, due_at, sent_at, result, note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String LEG_BACK = """
            UPDATE procedures.dossier_leg
               SET returned_at = ?, result = ?, note = ?
             WHERE dossier_id = ? AND number = ?
            """;
    private static final String LEG_OUT = """
            UPDATE procedures.dossier_leg
               SET sent_at = ?
             WHERE dossier_id = ? AND number = ?
            """;
    private static final String ADD_HANDOVER = """
            INSERT INTO procedures.dossier_handover (
                   dossier_id, number, from_unit, to_unit, given_at, giver, due_at, taken_at, taker, note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String TAKE = """
            UPDATE procedures.dossier_handover
               SET taken_at = ?, taker = ?
             WHERE dossier_id = ? AND number = ?
            """;
    private static final String ADD_CORRECTION = """
            INSERT INTO procedures.dossier_correction (
                   dossier_id, number, found_at, what, responsible, cost, result, document)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final StaleMonths stale = new StaleMonths();

    public void add(Handle transaction, long id, Pause pause) {
        transaction.execute(
                ADD_PAUSE, id, pause.number(), pause.cause().name(), pause.from(), pause.reason(), pause.document());
    }

    /** Ends whatever pause lasts. */
    public void endPauses(Handle transaction, long id, LocalDateTime at) {
        transaction.execute(END_PAUSES, at, id);
    }

    public void add(Handle transaction, long id, DueChange change) {
        transaction.execute(
                ADD_DUE,
                id,
                change.number(),
                change.at(),
                change.cause().name(),
                change.was(),
                change.due(),
                change.reason());
    }

    /** Adds a request; one of the same number that was only composed gives way to it. */
    public void add(Handle transaction, long id, SupplementRequest request) {
        transaction.execute(REMOVE_ITEMS, id, request.number());
        transaction.execute(REMOVE_SUPPLEMENT, id, request.number());
        transaction.execute(
                ADD_SUPPLEMENT,
                id,
                request.number(),
                request.state().name(),
                request.askedFrom().number(),
                request.reason(),
                request.guide(),
                request.askedBy(),
                request.askedAt().orElse(null),
                request.respondBy().orElse(null),
                request.answeredAt().orElse(null));
        List<SupplementRequest.Item> items = request.items();
        for (int place = 0; place < items.size(); place++) {
            SupplementRequest.Item item = items.get(place);
            transaction.execute(ADD_ITEM, id, request.number(), place + 1, item.paper(), item.what(), item.done());
        }
    }

    /** Everything that was asked for is there: the papers count as received. */
    public void complete(Handle transaction, long id, SupplementRequest request, LocalDateTime at) {
        transaction.execute(END_SUPPLEMENT, SupplementRequest.State.COMPLETED.name(), at, id, request.number());
        transaction.execute(ITEMS_DONE, id, request.number());
        request.items().forEach(item -> transaction.execute(PAPER_IS_THERE, id, item.paper()));
    }

    /** The dossier ended before the request was answered. */
    public void drop(Handle transaction, long id, SupplementRequest request, LocalDateTime at) {
        transaction.execute(END_SUPPLEMENT, SupplementRequest.State.DROPPED.name(), at, id, request.number());
    }

    public void add(Handle transaction, long id, FinancialDuty duty) {
        transaction.execute(
                ADD_DUTY,
                id,
                duty.number(),
                duty.what(),
                duty.amount(),
                duty.document(),
                duty.askedAt(),
                duty.payBy().orElse(null));
        stale.end(transaction, id);
    }

    public void pay(Handle transaction, long id, int number, FinancialDuty.Payment payment) {
        transaction.execute(
                PAY,
                payment.at(),
                payment.amount(),
                payment.channel(),
                payment.receipt(),
                payment.payer(),
                payment.takenBy().isEmpty() ? null : payment.takenBy(),
                id,
                number);
        stale.end(transaction, id);
    }

    public void add(Handle transaction, long id, Opinion opinion) {
        transaction.execute(
                ADD_OPINION,
                id,
                opinion.number(),
                opinion.body(),
                opinion.content(),
                opinion.document(),
                opinion.askedAt(),
                opinion.due());
    }

    public void answer(Handle transaction, long id, int number, Opinion.Answer answer) {
        transaction.execute(ANSWER, answer.at(), answer.content(), answer.document(), id, number);
    }

    public void add(Handle transaction, long id, Leg leg) {
        transaction.execute(
                ADD_LEG,
                id,
                leg.number(),
                leg.level().name(),
                leg.mode().name(),
                leg.body(),
                leg.lead(),
                leg.due(),
                leg.sentAt().orElse(null),
                leg.result(),
                leg.note());
    }

    public void legBack(Handle transaction, long id, int number, LocalDateTime at, String result, String note) {
        transaction.execute(LEG_BACK, at, result, note, id, number);
    }

    public void legOut(Handle transaction, long id, int number, LocalDateTime at) {
        transaction.execute(LEG_OUT, at, id, number);
    }

    public void add(Handle transaction, long id, Handover slip) {
        transaction.execute(
                ADD_HANDOVER,
                id,
                slip.number(),
                slip.from(),
                slip.to(),
                slip.givenAt(),
                slip.giver(),
                slip.due().orElse(null),
                slip.takenAt().orElse(null),
                slip.taker(),
                slip.note());
    }

    public void take(Handle transaction, long id, int number, LocalDateTime at, String taker) {
        transaction.execute(TAKE, at, taker, id, number);
    }

    public void add(Handle transaction, long id, Correction correction) {
        transaction.execute(
                ADD_CORRECTION,
                id,
                correction.number(),
                correction.at(),
                correction.what(),
                correction.responsible(),
                correction.cost(),
                correction.result(),
                correction.document());
    }
}
