package vn.kientao.platform.audit.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.audit.chain.MacKey;
import vn.kientao.platform.audit.store.AuditStore;
import vn.kientao.platform.testing.FixedClock;

/** The trail put together as the framework does, with a clock that stands still. */
public final class TestTrail {
    private static final int KEEP_MONTHS = 12;

    public final FixedClock clock = FixedClock.at("2026-11-24T09:00");
    public final MacKey key = new MacKey(new byte[32]);
    public final AuditLog log = new AuditLog(key, clock);
    public final Sealer sealer;
    public final Trail search;
    private final Database database;

    public TestTrail(Database database, Path... folders) {
        this.database = database;
        sealer = new Sealer(AuditStore.of(database), key, List.of(folders), KEEP_MONTHS, clock);
        search = new Trail(AuditStore.of(database), sealer, log);
    }

    /** Notes the end of the chain in the files. */
    public void anchor() {
        sealer.anchor();
    }

    /** Throws away what is older than twelve months; returns how many entries went. */
    public int prune() {
        return sealer.prune();
    }

    /** Records and chains this many entries, about the dossiers H1, H2 … */
    public void write(int entries) {
        for (int i = 1; i <= entries; i++) {
            record(entry("H" + i));
        }
        sealer.seal();
    }

    public static AuditEntry entry(String dossier) {
        return new AuditEntry(
                "7", Optional.of("STP"), "procedures", "procedures.receive", "dossier", dossier, "{}", "r");
    }

    public void record(AuditEntry entry) {
        database.write(h -> {
            log.record(h, entry);
            return entry;
        });
    }

    public long count(String table) {
        return database.read(h ->
                h.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Long.class).one());
    }
}
