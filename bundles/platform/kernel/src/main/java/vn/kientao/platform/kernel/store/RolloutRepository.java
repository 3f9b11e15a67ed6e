package vn.kientao.platform.kernel.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.RolloutStatus.Kind;
import vn.kientao.platform.api.module.RolloutStatus.Step;
import vn.kientao.platform.api.module.RolloutStatus.StepTaken;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.artifact.Cut;

/** Reads and writes {@code kernel.rollout} and its steps. */
public final class RolloutRepository {
    private static final String COLUMNS = """
            SELECT id, module, kind, from_version, to_version, to_sha256, step, asked_by, started_at, ended_at,
                   reason_vi, reason_en
              FROM kernel.rollout
            """;
    private static final String BY_ID = COLUMNS + """
             WHERE id = ?
            """;
    private static final String NEWEST = COLUMNS + """
             ORDER BY id DESC
             FETCH FIRST ? ROWS ONLY
            """;
    private static final String OPEN_ON_NODE = COLUMNS + """
             WHERE running_module IS NOT NULL AND node = ?
             ORDER BY id
            """;
    private static final String RUNNING = COLUMNS + """
             WHERE running_module = ?
            """;
    private static final String BEGIN = """
            INSERT INTO kernel.rollout
                   (module, kind, from_version, to_version, to_sha256, step, asked_by, node, started_at, running_module)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String STEP = """
            UPDATE kernel.rollout
               SET step = ?
             WHERE id = ? AND ended_at IS NULL
            """;
    private static final String ADD_STEP = """
            INSERT INTO kernel.rollout_step (rollout, step, reached_at)
            VALUES (?, ?, ?)
            """;
    private static final String STEPS = """
            SELECT step, reached_at
              FROM kernel.rollout_step
             WHERE rollout = ?
            """;
    private static final String END = """
            UPDATE kernel.rollout
               SET ended_at = ?, reason_vi = ?, reason_en = ?, running_module = NULL
             WHERE id = ?
            """;

    /** Begins a rollout at {@link Step#RECEIVED} and returns its id. */
    public long begin(Handle h, Kind kind, Optional<Version> from, Cut to, String by, String node, Instant at) {
        long id = h.createUpdate(BEGIN)
                .bind(0, to.module().value())
                .bind(1, kind.name())
                .bind(2, from.map(Version::toString).orElse(null))
                .bind(3, to.version().toString())
                .bind(4, to.sha256())
                .bind(5, Step.RECEIVED.name())
                .bind(6, by)
                .bind(7, node)
                .bind(8, at.atOffset(ZoneOffset.UTC))
                .bind(9, to.module().value())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        addStep(h, id, Step.RECEIVED, at);
        return id;
    }

    /** Moves on to {@code step}; noting it twice does nothing. */
    public void step(Handle h, long id, Step step, Instant at) {
        if (h.execute(STEP, step.name(), id) == 0) {
            throw new IllegalStateException("rollout " + id + " to " + step + " (expected: not ended)");
        }
        if (steps(h, id).stream().noneMatch(taken -> taken.step() == step)) {
            addStep(h, id, step, at);
        }
    }

    private static void addStep(Handle h, long id, Step step, Instant at) {
        h.execute(ADD_STEP, id, step.name(), at.atOffset(ZoneOffset.UTC));
    }

    /** Ends a rollout at {@code step}, with the reason when it did not succeed. */
    public void end(Handle h, long id, Step step, Optional<LocalText> reason, Instant at) {
        step(h, id, step, at);
        @Nullable String vietnamese = reason.map(LocalText::vi).orElse(null);
        @Nullable String english = reason.map(LocalText::en).orElse(null);
        h.createUpdate(END)
                .bind(0, at.atOffset(ZoneOffset.UTC))
                .bind(1, vietnamese)
                .bind(2, english)
                .bind(3, id)
                .execute();
    }

    public Optional<RolloutStatus> find(Handle h, long id) {
        return h.createQuery(BY_ID)
                .bind(0, id)
                .map((rs, context) -> status(h, rs))
                .findOne();
    }

    /** The newest, newest first. */
    public List<RolloutStatus> newest(Handle h, int limit) {
        return h.createQuery(NEWEST)
                .bind(0, limit)
                .map((rs, context) -> status(h, rs))
                .list();
    }

    /** Those that this node began and has not ended, oldest first. */
    public List<RolloutStatus> open(Handle h, String node) {
        return h.createQuery(OPEN_ON_NODE)
                .bind(0, node)
                .map((rs, context) -> status(h, rs))
                .list();
    }

    /** The rollout of a module that has not ended; there is one at most. */
    public Optional<RolloutStatus> running(Handle h, ModuleId module) {
        return h.createQuery(RUNNING)
                .bind(0, module.value())
                .map((rs, context) -> status(h, rs))
                .findOne();
    }

    private static RolloutStatus status(Handle h, ResultSet rs) throws SQLException {
        long id = rs.getLong("id");
        return new RolloutStatus(
                id,
                new ModuleId(rs.getString("module")),
                Optional.ofNullable(rs.getString("from_version")).map(Version::parseVersion),
                Version.parseVersion(rs.getString("to_version")),
                Kind.valueOf(rs.getString("kind")),
                Step.valueOf(rs.getString("step")),
                rs.getString("asked_by"),
                Rows.instant(rs, "started_at").orElseThrow(),
                Rows.instant(rs, "ended_at"),
                steps(h, id),
                reason(rs),
                new RolloutStatus.Progress(
                        vn.kientao.platform.api.module.Strategy.atOnce(),
                        -1,
                        Optional.empty(),
                        List.of(),
                        false,
                        Optional.empty(),
                        List.of()));
    }

    private static List<StepTaken> steps(Handle h, long id) {
        return h
                .createQuery(STEPS)
                .bind(0, id)
                .map((rs, context) -> new StepTaken(
                        Step.valueOf(rs.getString("step")),
                        Rows.instant(rs, "reached_at").orElseThrow()))
                .list()
                .stream()
                .sorted(Comparator.comparing(StepTaken::step))
                .toList();
    }

    private static Optional<LocalText> reason(ResultSet rs) throws SQLException {
        @Nullable String vietnamese = rs.getString("reason_vi");
        @Nullable String english = rs.getString("reason_en");
        return vietnamese == null || english == null
                ? Optional.empty()
                : Optional.of(new LocalText(vietnamese, english));
    }
}
