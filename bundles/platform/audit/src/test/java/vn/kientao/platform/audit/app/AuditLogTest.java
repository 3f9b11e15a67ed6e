package vn.kientao.platform.audit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.DatabaseException;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ReleaseId;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.Circumstances;
import vn.kientao.platform.audit.chain.MacKey;
import vn.kientao.platform.testing.FixedClock;
import vn.kientao.platform.testing.OnEachDatabase;

@OnEachDatabase("audit")
class AuditLogTest {
    private final Database database;
    private final AuditLog log = new AuditLog(new MacKey(new byte[32]), FixedClock.at("2026-11-24T09:00"));

    AuditLogTest(Database database) {
        this.database = database;
    }

    @Test
    void anEntryTellsTheChangeAndTheCircumstances() {
        Actor lan = new Actor("7", "Nguyễn Thị Lan", Set.of(), Map.of(), Optional.of("9"));
        ReleaseId release = new ReleaseId(new ModuleId("procedures"), Version.parseVersion("1.2.0"));
        try (Circumstances.Scope entered =
                new Circumstances(lan, "r-77", "198.51.100.23", Optional.of("STP"), Optional.of(release)).enter()) {
            assertThat(entered).isNotNull();
            record(entry("")
                    .changing("{\"due\":\"2026-11-27\"}", "{\"due\":\"2026-11-30\"}")
                    .because("nghỉ lễ"));
        }

        Map<String, Object> row = database.read(
                h -> h.createQuery("SELECT * FROM audit.arrival").mapToMap().one());
        assertThat(row)
                .containsEntry("account", "7")
                .containsEntry("acting_for", "9")
                .containsEntry("agency", "STP")
                .containsEntry("address", "198.51.100.23")
                .containsEntry("module_release", "procedures@1.2.0")
                .containsEntry("request_id", "r-77")
                .containsEntry("before_state", "{\"due\":\"2026-11-27\"}")
                .containsEntry("after_state", "{\"due\":\"2026-11-30\"}")
                .containsEntry("reason", "nghỉ lễ");
    }

    @Test
    void aChangeWhoseEntryCannotBeWrittenIsNotMade() {
        database.write(h -> h.execute("CREATE TABLE audit.changed (id INTEGER NOT NULL)"));
        database.write(h -> h.execute("ALTER TABLE audit.arrival RENAME TO away"));

        assertThatThrownBy(() -> database.write(h -> {
                    h.execute("INSERT INTO audit.changed (id) VALUES (1)");
                    log.record(h, entry("r"));
                    return 1;
                }))
                .isInstanceOf(DatabaseException.class);

        assertThat(count("audit.changed")).isZero();
    }

    @Test
    void anEntryOfAChangeThatFailsIsNotKept() {
        assertThatThrownBy(() -> database.write(h -> {
                    log.record(h, entry("r"));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(count("audit.arrival")).isZero();
    }

    @Test
    void whatIsTooLongForItsColumnOrUnknownToTheDatabaseIsCutAndMendedRatherThanRefused() {
        record(new AuditEntry(
                "7", Optional.empty(), "kernel", "kernel.x", "file", "tên\0" + "đ".repeat(900), "\uD83D", "r"));

        String kept = database.read(h -> h.createQuery("SELECT object_id FROM audit.arrival")
                .mapTo(String.class)
                .one());
        assertThat(kept).hasSize(400).startsWith("tên\uFFFDđ").endsWith("đ…");
    }

    private AuditEntry entry(String request) {
        return new AuditEntry(
                "7", Optional.of("STP"), "procedures", "procedures.receive", "dossier", "H1", "{}", request);
    }

    private void record(AuditEntry entry) {
        database.write(h -> {
            log.record(h, entry);
            return entry;
        });
    }

    private long count(String table) {
        return database.read(h ->
                h.createQuery("SELECT COUNT(*) FROM " + table).mapTo(Long.class).one());
    }
}
