package vn.kientao.reform.procedures.store.privacy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What was noted about a person on the way of a dossier: the tables around it, in whose words anything may stand. */
public final class DossierNotes {
    /** Every column of them with words that somebody typed, as {@code table.column}. */
    public static final List<String> COLUMNS = List.of(
            "dossier.due_reason",
            "dossier.result_summary",
            "dossier_event.note",
            "dossier_pause.reason",
            "dossier_due.reason",
            "dossier_supplement.reason",
            "dossier_supplement.guide",
            "dossier_supplement_item.what",
            "dossier_duty.what",
            "dossier_duty.receipt",
            "dossier_duty.payer",
            "dossier_opinion.content",
            "dossier_opinion.answer",
            "opinion_request.content",
            "opinion_request.answer",
            "dossier_leg.note",
            "dossier_leg.result",
            "dossier_handover.note",
            "dossier_correction.what",
            "dossier_errand.person",
            "dossier_errand.note",
            "dossier_errand.receipt",
            "dossier_sent.result_summary",
            "dossier_sent.back_reason",
            "dossier_sent.wanted",
            "dossier_sent.owed_what",
            "rating.remark");

    /** Who paid and what was noted, of dossiers by id. */
    public record Notes(String payers, String words) {
        public static final Notes NONE = new Notes("", "");
    }

    /** Two statements, however many dossiers there are. */
    public Map<Long, Notes> of(Handle handle, List<Long> dossiers) {
        Map<Long, Notes> notes = new HashMap<>();
        if (dossiers.isEmpty()) {
            return notes;
        }
        handle.createQuery("""
                        SELECT dossier_id, payer AS words
                          FROM procedures.dossier_duty
                         WHERE dossier_id IN (<dossiers>) AND payer <> ''
                         ORDER BY dossier_id, number
                        """)
                .bindList("dossiers", dossiers)
                .map((row, context) -> Map.entry(row.getLong("dossier_id"), row.getString("words")))
                .forEach(payer -> notes.merge(payer.getKey(), new Notes(payer.getValue(), ""), DossierNotes::joined));
        handle.createQuery("""
                        SELECT dossier_id, note AS words
                          FROM procedures.dossier_event
                         WHERE dossier_id IN (<dossiers>) AND note <> ''
                         ORDER BY dossier_id, version
                        """)
                .bindList("dossiers", dossiers)
                .map((row, context) -> Map.entry(row.getLong("dossier_id"), row.getString("words")))
                .forEach(note -> notes.merge(note.getKey(), new Notes("", note.getValue()), DossierNotes::joined));
        return notes;
    }

    private static Notes joined(Notes one, Notes other) {
        return new Notes(joined(one.payers(), other.payers()), joined(one.words(), other.words()));
    }

    private static String joined(String one, String other) {
        List<String> parts = new ArrayList<>(List.of(one, other));
        parts.removeIf(String::isEmpty);
        return String.join("; ", parts);
    }

    /** Empties all of it; what was done, when and by whom stays. */
    public void clear(Handle transaction, long dossier) {
        for (String column : COLUMNS) {
            int stop = column.indexOf('.');
            String table = column.substring(0, stop);
            String words = column.substring(stop + 1);
            String key = table.equals("dossier") ? "id" : "dossier_id";
            transaction.execute(
                    "UPDATE procedures." + table + " SET " + words + " = '' WHERE " + key + " = ? AND " + words
                            + " <> ''",
                    dossier);
        }
        forgetAddresses(transaction, dossier);
    }

    /** Nobody is told of the dossier any more. */
    public void forgetAddresses(Handle transaction, long dossier) {
        transaction.execute("DELETE FROM procedures.dossier_subscription WHERE dossier_id = ?", dossier);
    }
}
