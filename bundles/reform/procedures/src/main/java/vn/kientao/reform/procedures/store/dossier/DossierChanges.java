package vn.kientao.reform.procedures.store.dossier;

import java.time.LocalDateTime;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.dossier.DossierEvent;
import vn.kientao.reform.procedures.domain.dossier.DossierResult;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;
import vn.kientao.reform.procedures.store.report.DossierSpans;

/** Changes dossiers, each only from the version that was seen, and adds what happened to the timeline. */
public final class DossierChanges {
    private static final String FORWARD = """
            UPDATE procedures.dossier
               SET version = version + 1, status = :status, place = :place
             WHERE id = :id AND version = :seen
            """;
    private static final String FINISH = """
            UPDATE procedures.dossier
               SET version = version + 1, status = :status, running = FALSE, list_key = :listKey, finished_at = :at,
                   result_number = :number, result_summary = :summary, result_signer = :signer,
                   result_signed_on = :signedOn
             WHERE id = :id AND version = :seen
            """;
    private static final String HAND_OVER = """
            UPDATE procedures.dossier
               SET version = version + 1, status = :status, handed_over_at = :at, handed_to = :handedTo
             WHERE id = :id AND version = :seen
            """;
    private static final String ADD_EVENT = """
            INSERT INTO procedures.dossier_event (
                   dossier_id, version, happened, action, status, account, who, place, note)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final DossierSpans spans = new DossierSpans();

    /** Returns false, and changes nothing, when the dossier is no longer at version {@code seen}. So do the others. */
    public boolean forward(Handle transaction, long id, long seen, String place) {
        return transaction
                        .createUpdate(FORWARD)
                        .bind("status", DossierStatus.PROCESSING.number())
                        .bind("place", place)
                        .bind("id", id)
                        .bind("seen", seen)
                        .execute()
                == 1;
    }

    public boolean finish(Handle transaction, long id, long seen, DossierResult result, LocalDateTime at) {
        return transaction
                        .createUpdate(FINISH)
                        .bind("status", DossierStatus.FINISHED.number())
                        .bind("listKey", ListKey.ended(at, id))
                        .bind("at", at)
                        .bind("number", result.number())
                        .bind("summary", result.summary())
                        .bind("signer", result.signer())
                        .bind("signedOn", result.signedOn())
                        .bind("id", id)
                        .bind("seen", seen)
                        .execute()
                == 1;
    }

    public boolean handOver(Handle transaction, long id, long seen, String handedTo, LocalDateTime at) {
        return transaction
                        .createUpdate(HAND_OVER)
                        .bind("status", DossierStatus.HANDED_OVER.number())
                        .bind("at", at)
                        .bind("handedTo", handedTo)
                        .bind("id", id)
                        .bind("seen", seen)
                        .execute()
                == 1;
    }

    /** Adds the event, and what reports count of it; the dossier itself has been changed before. */
    public void add(Handle transaction, long id, DossierEvent event) {
        transaction.execute(
                ADD_EVENT,
                id,
                event.version(),
                event.at(),
                event.action().name(),
                event.status().number(),
                event.account(),
                event.who(),
                event.place(),
                event.note());
        spans.follow(transaction, id);
    }
}
