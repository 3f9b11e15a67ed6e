package vn.kientao.platform.kernel.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.artifact.Artifact;
import vn.kientao.platform.kernel.artifact.Cut;
import vn.kientao.platform.kernel.signature.HoldBack;

/** Reads and writes {@code kernel.release}: every version ever received. */
public final class ReleaseRepository {
    private static final String OF_MODULE = """
            SELECT r.module, r.version, r.sha256, r.name_vi, r.name_en, r.served_at, r.contracted_at,
                   r.publisher, a.sha256 AS kept
              FROM kernel.release r
              LEFT JOIN kernel.artifact a ON a.sha256 = r.sha256
             WHERE r.module = ?
            """;
    private static final String ADD = """
            INSERT INTO kernel.release (module, version, sha256, name_vi, name_en, publisher)
            VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String REPLACE = """
            UPDATE kernel.release
               SET sha256 = ?, name_vi = ?, name_en = ?, publisher = ?
             WHERE module = ? AND version = ?
            """;
    private static final String SERVED = """
            UPDATE kernel.release
               SET served_at = ?
             WHERE module = ? AND version = ?
            """;
    private static final String CONTRACTED = """
            UPDATE kernel.release
               SET contracted_at = ?
             WHERE module = ? AND version = ?
            """;

    private static final String FORGET = """
            DELETE FROM kernel.release
             WHERE module = ?
            """;

    /** Every version of the module that was ever received, highest first. */
    public List<ReleaseRow> ofModule(Handle h, ModuleId module) {
        HoldBack held = HoldBack.of(h, module);
        return h.createQuery(OF_MODULE).bind(0, module.value()).map((rs, context) -> row(rs, held)).list().stream()
                .sorted((a, b) -> b.version().compareTo(a.version()))
                .toList();
    }

    public Optional<ReleaseRow> find(Handle h, ModuleId module, Version version) {
        return ofModule(h, module).stream()
                .filter(row -> row.version().equals(version))
                .findFirst();
    }

    /** Notes that a version stands for this content from now on. */
    public void put(Handle h, Artifact artifact) {
        ModuleManifest manifest = artifact.manifest();
        LocalText name = manifest.name();
        int replaced = h.createUpdate(REPLACE)
                .bind(0, artifact.sha256())
                .bind(1, name.vi())
                .bind(2, name.en())
                .bind(3, artifact.publisher().orElse(null))
                .bind(4, manifest.id().value())
                .bind(5, manifest.version().toString())
                .execute();
        if (replaced == 0) {
            h.createUpdate(ADD)
                    .bind(0, manifest.id().value())
                    .bind(1, manifest.version().toString())
                    .bind(2, artifact.sha256())
                    .bind(3, name.vi())
                    .bind(4, name.en())
                    .bind(5, artifact.publisher().orElse(null))
                    .execute();
        }
    }

    public void served(Handle h, Cut cut, Instant at) {
        h.execute(
                SERVED,
                at.atOffset(ZoneOffset.UTC),
                cut.module().value(),
                cut.version().toString());
    }

    public void contracted(Handle h, Cut cut, Instant at) {
        h.execute(
                CONTRACTED,
                at.atOffset(ZoneOffset.UTC),
                cut.module().value(),
                cut.version().toString());
    }

    /** Forgets every version of the module. */
    public void forget(Handle h, ModuleId module) {
        h.execute(FORGET, module.value());
    }

    private static ReleaseRow row(ResultSet rs, HoldBack held) throws SQLException {
        Cut cut = Rows.cut(rs);
        return new ReleaseRow(
                cut,
                new LocalText(rs.getString("name_vi"), rs.getString("name_en")),
                Rows.instant(rs, "served_at"),
                Rows.instant(rs, "contracted_at"),
                rs.getString("kept") != null,
                Optional.ofNullable(rs.getString("publisher")),
                held.reason(cut.version()));
    }
}
