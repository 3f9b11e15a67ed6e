package vn.kientao.platform.kernel.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.RolloutStatus.Kind;
import vn.kientao.platform.kernel.artifact.Cut;

/** Reads and writes {@code kernel.plan}. */
public final class PlanRepository {
    private static final String ADD = """
            INSERT INTO kernel.plan (module, kind, to_version, to_sha256, asked_by, made_at, basis)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String FIND = """
            SELECT id, module, kind, to_version AS version, to_sha256 AS sha256, asked_by, made_at, basis
              FROM kernel.plan
             WHERE id = ?
            """;
    private static final String REMOVE_OLDER = """
            DELETE FROM kernel.plan
             WHERE module = ? AND made_at < ?
            """;
    private static final String PLANNED = """
            SELECT COUNT(id)
              FROM kernel.plan
             WHERE module = ? AND to_sha256 = ? AND made_at >= ?
            """;

    /** Keeps a plan and returns its id. */
    public long add(Handle h, Kind kind, Cut to, String by, Instant at, String basis) {
        return h.createUpdate(ADD)
                .bind(0, to.module().value())
                .bind(1, kind.name())
                .bind(2, to.version().toString())
                .bind(3, to.sha256())
                .bind(4, by)
                .bind(5, at.atOffset(ZoneOffset.UTC))
                .bind(6, basis)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    public Optional<PlanRow> find(Handle h, long id) {
        return h.createQuery(FIND)
                .bind(0, id)
                .map((rs, context) -> new PlanRow(
                        rs.getLong("id"),
                        Kind.valueOf(rs.getString("kind")),
                        Rows.cut(rs),
                        rs.getString("asked_by"),
                        Rows.instant(rs, "made_at").orElseThrow(),
                        rs.getString("basis")))
                .findOne();
    }

    /** Throws away the plans of a module that were made before {@code at}. */
    public void removeOlder(Handle h, ModuleId module, Instant at) {
        h.execute(REMOVE_OLDER, module.value(), at.atOffset(ZoneOffset.UTC));
    }

    /** Whether somebody has planned with this content since {@code at}. */
    public boolean planned(Handle h, ModuleId module, String sha256, Instant at) {
        return h.createQuery(PLANNED)
                        .bind(0, module.value())
                        .bind(1, sha256)
                        .bind(2, at.atOffset(ZoneOffset.UTC))
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /**
     * A plan as it was made.
     *
     * @param basis how the module stood then, see {@code Plans}
     */
    public record PlanRow(long id, Kind kind, Cut to, String by, Instant at, String basis) {
        public PlanRow {
            requireNonNull(kind, "kind");
            requireNonNull(to, "to");
            requireNonNull(by, "by");
            requireNonNull(at, "at");
            requireNonNull(basis, "basis");
        }
    }
}
