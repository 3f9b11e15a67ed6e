package vn.kientao.platform.audit.store;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.audit.chain.Entry;
import vn.kientao.platform.audit.chain.EntryRows;
import vn.kientao.platform.audit.chain.Link;

/** The chain in {@code audit.entry} and {@code audit.head}; only its end ever moves. */
public final class TrailRepository {
    private static final int FOLDED = 1000;
    /** An entry that waits for its place. */
    public record Arrival(long id, Entry entry) {}

    /** The end of the chain; sequence 0 when there is no entry. */
    public record Head(long sequence, String hash) {}

    /** The end of the chain, held until the transaction ends, so that nobody else lengthens it meanwhile. */
    public Head lockHead(Handle handle) {
        return handle.createQuery("SELECT sequence, hash FROM audit.head WHERE id = 1 FOR UPDATE")
                .map((row, context) -> new Head(row.getLong("sequence"), row.getString("hash")))
                .one();
    }

    public Head head(Handle handle) {
        return handle.createQuery("SELECT sequence, hash FROM audit.head WHERE id = 1")
                .map((row, context) -> new Head(row.getLong("sequence"), row.getString("hash")))
                .one();
    }

    /** Whether the trail has this entry with this hash, or begins behind it. */
    public boolean has(Handle handle, long sequence, String hash) {
        return handle.createQuery("""
                SELECT hash FROM audit.entry WHERE sequence = :sequence
                UNION ALL
                SELECT hash FROM audit.cut WHERE sequence = :sequence
                """)
                .bind("sequence", sequence)
                .mapTo(String.class)
                .list()
                .contains(hash);
    }

    /** The oldest arrivals that have been committed. */
    public List<Arrival> arrivals(Handle handle, int most) {
        return handle.createQuery("""
                SELECT id, at, account, acting_for, agency, address, module, module_release, action, object_type,
                       object_id, detail, before_state, after_state, reason, request_id, key_id, mac
                  FROM audit.arrival
                 ORDER BY id
                 FETCH FIRST :most ROWS ONLY
                """)
                .bind("most", most)
                .map((row, context) -> new Arrival(row.getLong("id"), EntryRows.entry(row)))
                .list();
    }

    /** Puts the links behind the end and takes their arrivals away. */
    public void append(Handle handle, List<Link> links, List<Arrival> arrivals) {
        PreparedBatch rows = handle.prepareBatch("""
                INSERT INTO audit.entry (sequence, at, account, acting_for, agency, address, module, module_release,
                                         action, object_type, object_id, detail, before_state, after_state, reason,
                                         request_id, key_id, mac, hash, folded)
                VALUES (:sequence, :at, :account, :actingFor, :agency, :address, :module, :release,
                        :action, :objectType, :objectId, :detail, :before, :after, :reason,
                        :requestId, :keyId, :mac, :hash, :folded)
                """);
        for (Link link : links) {
            ArrivalRepository.bound(rows, link.entry())
                    .bind("sequence", link.sequence())
                    .bind("hash", link.hash())
                    .bind("folded", folded(link.entry()))
                    .add();
        }
        rows.execute();
        PreparedBatch gone = handle.prepareBatch("DELETE FROM audit.arrival WHERE id = :id");
        arrivals.forEach(arrival -> gone.bind("id", arrival.id()).add());
        gone.execute();
        Link last = links.get(links.size() - 1);
        handle.createUpdate("UPDATE audit.head SET sequence = :sequence, hash = :hash WHERE id = 1")
                .bind("sequence", last.sequence())
                .bind("hash", last.hash())
                .execute();
    }

    private static String folded(Entry entry) {
        String all = Folding.fold(String.join(
                " ", entry.action(), entry.objectId(), entry.reason(), entry.detail(), entry.before(), entry.after()));
        return all.length() <= FOLDED ? all : all.substring(0, FOLDED);
    }
}
