package vn.kientao.platform.kernel.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.artifact.Cut;

/** Reads and writes which releases are in quarantine. */
public final class QuarantineRepository {
    private static final String ALL = """
            SELECT module, version, sha256, name_vi, name_en, reason_vi, reason_en, since
              FROM kernel.quarantine
             ORDER BY module, version
            """;
    private static final String ADD = """
            INSERT INTO kernel.quarantine (module, version, sha256, name_vi, name_en, reason_vi, reason_en, since)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String REMOVE = """
            DELETE FROM kernel.quarantine
             WHERE module = ? AND version = ? AND sha256 = ?
            """;
    private static final String REMOVE_MODULE = """
            DELETE FROM kernel.quarantine
             WHERE module = ?
            """;

    public List<Held> all(Handle h) {
        return h.createQuery(ALL)
                .map((rs, context) -> new Held(
                        Rows.cut(rs),
                        new LocalText(rs.getString("name_vi"), rs.getString("name_en")),
                        new LocalText(rs.getString("reason_vi"), rs.getString("reason_en")),
                        Rows.instant(rs, "since").orElse(Instant.EPOCH)))
                .list();
    }

    /** Adds the release, or gives it another reason. */
    public Held put(Handle h, Held held) {
        Cut cut = held.cut();
        remove(h, cut);
        h.execute(
                ADD,
                cut.module().value(),
                cut.version().toString(),
                cut.sha256(),
                held.name().vi(),
                held.name().en(),
                held.reason().vi(),
                held.reason().en(),
                held.since().atOffset(ZoneOffset.UTC));
        return held;
    }

    /** Returns whether it was there. */
    public boolean remove(Handle h, Cut cut) {
        return h.execute(REMOVE, cut.module().value(), cut.version().toString(), cut.sha256()) > 0;
    }

    /** Returns whether there was any. */
    public boolean remove(Handle h, ModuleId module) {
        return h.execute(REMOVE_MODULE, module.value()) > 0;
    }

    /** A release in quarantine. */
    public record Held(Cut cut, LocalText name, LocalText reason, Instant since) {
        public Held {
            requireNonNull(cut, "cut");
            requireNonNull(name, "name");
            requireNonNull(reason, "reason");
            requireNonNull(since, "since");
        }
    }
}
