package vn.kientao.platform.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;

/**
 * Keeps the entries in memory, also those of a transaction that is rolled back later. Asserts that each came with an
 * open transaction.
 */
public final class RecordingAuditTrail implements AuditTrail {
    private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

    @Override
    public void record(Handle transaction, AuditEntry entry) {
        if (!transaction.isInTransaction()) {
            throw new AssertionError("entry " + entry.action() + " outside a transaction (expected: the change's own)");
        }
        entries.add(entry);
    }

    /** In the order they were recorded. */
    public List<AuditEntry> entries() {
        return List.copyOf(entries);
    }

    /** The actions of the entries, in order. */
    public List<String> actions() {
        return entries.stream().map(AuditEntry::action).toList();
    }
}
