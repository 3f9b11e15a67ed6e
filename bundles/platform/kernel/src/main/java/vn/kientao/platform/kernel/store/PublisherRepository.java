package vn.kientao.platform.kernel.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.PublisherKey;
import vn.kientao.platform.api.module.Publishers.HeldBack;

/** Reads and writes the keys of publishers, the pins of modules and the versions that are held back. */
public final class PublisherRepository {
    private static final String COLUMNS = """
            SELECT fingerprint, publisher, algorithm, not_before, not_after, added_at, added_by, revoked_at, revocation
              FROM kernel.publisher_key
            """;
    private static final String KEYS = COLUMNS + """
             ORDER BY publisher, added_at DESC, fingerprint
            """;
    private static final String KEY = COLUMNS + """
             WHERE fingerprint = ?
            """;
    private static final String ADD_KEY = """
            INSERT INTO kernel.publisher_key
                   (fingerprint, publisher, algorithm, certificate, not_before, not_after, added_at, added_by)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String REVOKE = """
            UPDATE kernel.publisher_key
               SET revoked_at = ?, revocation = ?
             WHERE fingerprint = ? AND revoked_at IS NULL
            """;
    private static final String SERVED_BY = """
            SELECT r.module
              FROM kernel.route r
              JOIN kernel.artifact a ON a.sha256 = r.sha256
             WHERE a.fingerprint = ?
             ORDER BY r.module
            """;
    private static final String PINS = """
            SELECT module, publisher
              FROM kernel.publisher_pin
            """;
    private static final String PIN = """
            SELECT publisher
              FROM kernel.publisher_pin
             WHERE module = ?
            """;
    private static final String ADD_PIN = """
            INSERT INTO kernel.publisher_pin (module, publisher, since)
            VALUES (?, ?, ?)
            """;
    private static final String REMOVE_PIN = """
            DELETE FROM kernel.publisher_pin
             WHERE module = ?
            """;
    private static final String HELD_BACK_COLUMNS = """
            SELECT module, version, reason, held_at, held_by
              FROM kernel.held_back
            """;
    private static final String HELD_BACK = HELD_BACK_COLUMNS + """
             ORDER BY held_at DESC, module, version
            """;
    private static final String HELD_BACK_OF_MODULE = HELD_BACK_COLUMNS + """
             WHERE module = ?
             ORDER BY held_at DESC, version
            """;
    private static final String HOLD_BACK = """
            INSERT INTO kernel.held_back (module, version, reason, held_at, held_by)
            VALUES (?, ?, ?, ?, ?)
            """;
    private static final String LET_THROUGH = """
            DELETE FROM kernel.held_back
             WHERE module = ? AND version = ?
            """;

    /** Every key, by publisher and then newest first. */
    public List<PublisherKey> keys(Handle h) {
        return h.createQuery(KEYS).map((rs, context) -> key(rs)).list();
    }

    public Optional<PublisherKey> key(Handle h, String fingerprint) {
        return h.createQuery(KEY)
                .bind(0, fingerprint)
                .map((rs, context) -> key(rs))
                .findOne();
    }

    public void add(Handle h, PublisherKey key, byte[] certificate) {
        h.createUpdate(ADD_KEY)
                .bind(0, key.fingerprint())
                .bind(1, key.publisher())
                .bind(2, key.algorithm())
                .bind(3, certificate)
                .bind(4, utc(key.notBefore()))
                .bind(5, utc(key.notAfter()))
                .bind(6, utc(key.addedAt()))
                .bind(7, key.addedBy())
                .execute();
    }

    /** Returns false, and changes nothing, when there is no such key or it is revoked already. */
    public boolean revoke(Handle h, String fingerprint, String reason, Instant at) {
        return h.execute(REVOKE, utc(at), reason, fingerprint) == 1;
    }

    /** Modules whose live release was signed with the key. */
    public List<ModuleId> servedBy(Handle h, String fingerprint) {
        return h.createQuery(SERVED_BY)
                .bind(0, fingerprint)
                .map((rs, context) -> new ModuleId(rs.getString("module")))
                .list();
    }

    public Map<ModuleId, String> pins(Handle h) {
        Map<ModuleId, String> pins = new TreeMap<>();
        h.createQuery(PINS)
                .map((rs, context) -> Map.entry(new ModuleId(rs.getString("module")), rs.getString("publisher")))
                .forEach(pin -> pins.put(pin.getKey(), pin.getValue()));
        return pins;
    }

    /** The one publisher whose releases of the module are taken; empty while anybody's are. */
    public Optional<String> pin(Handle h, ModuleId module) {
        return h.createQuery(PIN).bind(0, module.value()).mapTo(String.class).findOne();
    }

    /** Fixes the publisher of a module; does nothing when it is fixed already. */
    public void pin(Handle h, ModuleId module, String publisher, Instant at) {
        if (pin(h, module).isEmpty()) {
            h.execute(ADD_PIN, module.value(), publisher, utc(at));
        }
    }

    /** Returns whether there was a pin. */
    public boolean unpin(Handle h, ModuleId module) {
        return h.execute(REMOVE_PIN, module.value()) > 0;
    }

    /** Newest entry first. */
    public List<HeldBack> heldBack(Handle h) {
        return h.createQuery(HELD_BACK).map((rs, context) -> heldBack(rs)).list();
    }

    public List<HeldBack> heldBack(Handle h, ModuleId module) {
        return h.createQuery(HELD_BACK_OF_MODULE)
                .bind(0, module.value())
                .map((rs, context) -> heldBack(rs))
                .list();
    }

    /** Adds an entry, in place of one that is there. */
    public void holdBack(Handle h, HeldBack held) {
        letThrough(h, held.module(), held.version());
        h.execute(
                HOLD_BACK, held.module().value(), held.version().toString(), held.reason(), utc(held.at()), held.by());
    }

    /** Returns whether there was an entry. */
    public boolean letThrough(Handle h, ModuleId module, Version version) {
        return h.execute(LET_THROUGH, module.value(), version.toString()) > 0;
    }

    private static PublisherKey key(ResultSet rs) throws SQLException {
        return new PublisherKey(
                rs.getString("fingerprint"),
                rs.getString("publisher"),
                rs.getString("algorithm"),
                Rows.instant(rs, "not_before").orElseThrow(),
                Rows.instant(rs, "not_after").orElseThrow(),
                Rows.instant(rs, "added_at").orElseThrow(),
                rs.getString("added_by"),
                Rows.instant(rs, "revoked_at"),
                Optional.ofNullable(rs.getString("revocation")));
    }

    private static HeldBack heldBack(ResultSet rs) throws SQLException {
        return new HeldBack(
                new ModuleId(rs.getString("module")),
                Version.parseVersion(rs.getString("version")),
                rs.getString("reason"),
                Rows.instant(rs, "held_at").orElseThrow(),
                rs.getString("held_by"));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
