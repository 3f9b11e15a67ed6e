package vn.kientao.platform.directory.app;

import java.util.Optional;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.module.Extensions;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.directory.store.DirectoryStore;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.RecordingAuditTrail;

/** The parts of the directory put together as the framework does, with a clock that stands still. */
public final class TestDirectory implements AutoCloseable {
    public final FixedClock clock = FixedClock.at("2026-11-23T09:00");
    public final RecordingAuditTrail audit = new RecordingAuditTrail();
    public final DirectoryStore store;
    public final AgencyRegister agencies;
    public final CurrentCalendar calendar;

    final Trace trace = (action, type, id, detail) ->
            new AuditEntry("1", Optional.empty(), "directory", action, type, id, detail, "request");

    public TestDirectory(Database database, Migrations migrations, boolean demonstration) {
        store = DirectoryStore.of(database, migrations, FolderScripts.ofModule());
        FirstData filled = new FirstData(store, audit, demonstration);
        agencies = new AgencyRegister(store, filled);
        calendar = new CurrentCalendar(store, filled);
    }

    /** Changes of the calendar that ask {@code modules}. */
    public CalendarChanges changes(Extensions modules) {
        CalendarChanges changes = new CalendarChanges(store, audit, clock);
        changes.bindExtensions(modules);
        return changes;
    }

    @Override
    public void close() {
        store.close();
    }
}
