package vn.kientao.reform.procedures.app.quality;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/** Rows of the register of petitions. */
public final class SomePetitions {
    private SomePetitions() {}

    /** One that nobody has answered yet. */
    public static void open(Handle handle, String agency, String lookup, LocalDate due) {
        ended(handle, agency, lookup, "ANSWERED", due, due);
        handle.execute(
                "UPDATE procedures.petition SET state = 'RECEIVED', running = TRUE, ended_at = NULL WHERE lookup = ?",
                lookup);
    }

    /** One that came to an end. */
    public static void ended(
            Handle handle, String agency, String lookup, String state, LocalDate due, LocalDate ended) {
        handle.execute(
                "INSERT INTO procedures.petition (version, agency_code, lookup, kind, channel, anonymous, sender_name,"
                        + " sender_phone, sender_email, sender_address, dossier_code, title, content, received_at, state,"
                        + " running, list_key, forward_due, answer_due, due_at, update_days, legal_basis, assigned_to,"
                        + " answer, ended_at, published, public_title, public_content, public_answer, public_search,"
                        + " citizen_reason, reopened, search_text) VALUES (1, ?, ?, 'delay', 'portal', TRUE, '', '', '',"
                        + " '', '', 't', 'c', ?, ?, FALSE, 0, ?, ?, ?, 7, '', '', '', ?, FALSE, '', '', '', '', '', 0,"
                        + " '')",
                agency,
                lookup,
                due.minusDays(20).atStartOfDay(),
                state,
                due.atStartOfDay(),
                due.atStartOfDay(),
                due.atStartOfDay(),
                ended.atStartOfDay());
    }
}
