package vn.kientao.reform.procedures.store.petition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.petition.Petition;
import vn.kientao.reform.procedures.domain.petition.PetitionTrail;

/** Keeps the way of petitions from one register into another. */
public final class PetitionTrails {
    private static final String SEND = """
            UPDATE procedures.petition
               SET sent_to = ?, mail_site = ?, in_transit = TRUE
             WHERE id = ?
            """;
    private static final String IN_TRANSIT = """
            SELECT id, sent_to, mail_site
              FROM procedures.petition
             WHERE in_transit = TRUE AND id > ?
             ORDER BY in_transit, id
             FETCH FIRST ? ROWS ONLY
            """;
    private static final String LOOKUP = """
            SELECT lookup
              FROM procedures.petition
             WHERE id = ? AND in_transit = TRUE
            """;
    private static final String LEAVE = """
            UPDATE procedures.petition
               SET in_transit = FALSE, lookup = ?
             WHERE id = ? AND in_transit = TRUE
            """;
    private static final String ARRIVED = """
            UPDATE procedures.petition
               SET sent_number = ?
             WHERE id = ?
            """;
    private static final String BEGAN = """
            UPDATE procedures.petition
               SET from_agency = ?, from_number = ?, from_id = ?
             WHERE id = ?
            """;
    private static final String OF = """
            SELECT sent_to, sent_number, from_agency, from_number
              FROM procedures.petition
             WHERE id = ?
            """;
    private static final String BEFORE = """
            SELECT from_id
              FROM procedures.petition
             WHERE id = ? AND from_id IS NOT NULL
            """;

    /**
     * Says which agency of the province a petition goes to; it leaves with {@link #leave}.
     *
     * @param site address of the public pages for the e-mail to its sender; may be empty
     */
    public void send(Handle transaction, long id, String agency, String site) {
        transaction.execute(SEND, agency, site, id);
    }

    /** Petitions that were sent and have not arrived, in order of id. */
    public List<Sent> inTransit(Handle handle, long after, int most) {
        return handle.createQuery(IN_TRANSIT)
                .bind(0, after)
                .bind(1, most)
                .map((row, context) ->
                        new Sent(row.getLong("id"), row.getString("sent_to"), row.getString("mail_site")))
                .list();
    }

    /**
     * Lets a petition go and returns what its sender's code looks up, for the row that takes its place; empty when it has
     * gone already.
     */
    public Optional<String> leave(Handle transaction, long id) {
        Optional<String> lookup =
                transaction.createQuery(LOOKUP).bind(0, id).mapTo(String.class).findOne();
        return lookup.filter(kept -> transaction.execute(LEAVE, "moved " + id, id) == 1);
    }

    /** Writes down on both rows where the other one is. */
    public void arrive(Handle transaction, Petition left, Petition arrived) {
        transaction.execute(ARRIVED, arrived.number(), left.id());
        transaction.execute(BEGAN, left.agency(), left.number(), left.id(), arrived.id());
    }

    public PetitionTrail of(Handle handle, long id) {
        return handle.createQuery(OF)
                .bind(0, id)
                .map((row, context) -> new PetitionTrail(
                        place(row, "from_agency", "from_number"), place(row, "sent_to", "sent_number")))
                .one();
    }

    /** The row that a petition was before it moved. */
    public Optional<Long> before(Handle handle, long id) {
        return handle.createQuery(BEFORE).bind(0, id).mapTo(Long.class).findOne();
    }

    private static Optional<PetitionTrail.Place> place(ResultSet row, String agency, String number)
            throws SQLException {
        String code = row.getString(agency);
        return code.isEmpty() ? Optional.empty() : Optional.of(new PetitionTrail.Place(code, row.getString(number)));
    }

    /**
     * A petition on its way.
     *
     * @param site address of the public pages for the e-mail to its sender; empty when there is none
     */
    public record Sent(long id, String agency, String site) {}
}
