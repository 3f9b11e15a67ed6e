package vn.kientao.platform.audit.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.audit.chain.Cut;
import vn.kientao.platform.audit.chain.EntryRows;

/** The beginning of what is left of the chain, in {@code audit.cut}. */
public final class CutRepository {

    public Optional<Cut> find(Handle handle) {
        return handle.createQuery("SELECT sequence, hash, at, key_id, mac FROM audit.cut WHERE id = 1")
                .map((row, context) -> EntryRows.cut(row))
                .findOne();
    }

    /**
     * The last of the oldest entries that are all from before the moment, at most {@code most} of them.
     *
     * @param after the sequence behind which the entries begin
     * @param next the sequence of the first entry that stays, whatever comes after it
     */
    public Optional<TrailRepository.Head> last(Handle handle, long after, long next, int most) {
        return handle.createQuery("""
                SELECT sequence, hash FROM audit.entry
                 WHERE sequence > :after AND sequence <= :until
                 ORDER BY sequence DESC
                 FETCH FIRST 1 ROW ONLY
                """)
                .bind("after", after)
                .bind("until", Math.min(after + most, next - 1))
                .map((row, context) -> new TrailRepository.Head(row.getLong("sequence"), row.getString("hash")))
                .findOne();
    }

    /** Takes the entries up to the cut away and puts the cut in their place. */
    public int cut(Handle handle, Cut cut) {
        int gone = handle.createUpdate("DELETE FROM audit.entry WHERE sequence <= :sequence")
                .bind("sequence", cut.sequence())
                .execute();
        handle.createUpdate("DELETE FROM audit.cut WHERE id = 1").execute();
        handle.createUpdate("""
                INSERT INTO audit.cut (id, sequence, hash, at, key_id, mac)
                VALUES (1, :sequence, :hash, :at, :keyId, :mac)
                """)
                .bind("sequence", cut.sequence())
                .bind("hash", cut.hash())
                .bind("at", AuditStore.utc(cut.at()))
                .bind("keyId", cut.keyId())
                .bind("mac", cut.mac())
                .execute();
        return gone;
    }
}
