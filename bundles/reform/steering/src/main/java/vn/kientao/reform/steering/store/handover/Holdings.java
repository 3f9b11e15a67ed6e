package vn.kientao.reform.steering.store.handover;

import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.domain.handover.Holding;
import vn.kientao.reform.steering.domain.task.Part;

/** Reads who still has a part in open tasks. */
public final class Holdings {
    private static final String AGENCIES = """
            SELECT DISTINCT agency_code
              FROM steering.task_party
             WHERE present = TRUE AND open_task = TRUE
             ORDER BY agency_code
            """;
    private static final String OF_AGENCY = """
            SELECT t.code, t.title, p.part
              FROM steering.task_party p
              JOIN steering.task t ON t.id = p.task_id
             WHERE p.agency_code = ? AND p.present = TRUE AND p.open_task = TRUE
             ORDER BY p.task_id, p.part
            """;
    private static final String OF_PERSON = """
            SELECT t.code
              FROM steering.task t
             WHERE t.account = ? AND t.lead_agency = ? AND t.open_task = TRUE
             ORDER BY t.due, t.id
            """;

    /** Codes of the agencies that have a part in an open task. */
    public List<String> agencies(Handle handle) {
        return handle.createQuery(AGENCIES).mapTo(String.class).list();
    }

    /** The parts of an agency in open tasks. */
    public List<Holding> of(Handle handle, String agency, Set<String> successors) {
        return handle.createQuery(OF_AGENCY)
                .bind(0, agency)
                .map((row, context) -> new Holding(
                        row.getString("code"),
                        row.getString("title"),
                        Part.valueOf(row.getString("part")),
                        agency,
                        successors))
                .list();
    }

    /** Codes of the open tasks for which somebody answers at an agency, most urgent first. */
    public List<String> ofPerson(Handle handle, String account, String lead) {
        return handle.createQuery(OF_PERSON)
                .bind(0, account)
                .bind(1, lead)
                .mapTo(String.class)
                .list();
    }
}
