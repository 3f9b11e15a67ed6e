package vn.kientao.platform.kernel.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.RolloutStatus.Kind;
import vn.kientao.platform.api.module.RolloutStatus.Note;
import vn.kientao.platform.api.module.RolloutStatus.Progress;
import vn.kientao.platform.api.module.RolloutStatus.Step;
import vn.kientao.platform.api.module.RolloutStatus.StepTaken;
import vn.kientao.platform.api.module.Strategy;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.artifact.Cut;

/** Reads and writes {@code kernel.rollout}, its steps and its diary. */
public final class RolloutRepository {
    private static final String COLUMNS = """
            SELECT id, module, kind, from_version, to_version, to_sha256, step, asked_by, started_at, ended_at,
                   reason_vi, reason_en, strategy, watch_seconds, automatic, stage, stage_since, paused, approved_by
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
                   (module, kind, from_version, to_version, to_sha256, step, asked_by, node, started_at, running_module,
                    strategy, watch_seconds, automatic, needs_approval)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
            SELECT rollout, step, reached_at
              FROM kernel.rollout_step
             WHERE rollout IN (<ids>)
            """;
    private static final String STAGE = """
            UPDATE kernel.rollout
               SET stage = ?, stage_since = ?
             WHERE id = ? AND ended_at IS NULL
            """;
    private static final String NOTES = """
            SELECT rollout, noted_at, text_vi, text_en
              FROM kernel.rollout_note
             WHERE rollout IN (<ids>)
             ORDER BY rollout, line
            """;
    private static final String HOLD = """
            SELECT id
              FROM kernel.rollout
             WHERE id = ?
               FOR UPDATE
            """;
    private static final String ADD_NOTE = """
            INSERT INTO kernel.rollout_note (rollout, line, noted_at, text_vi, text_en)
            VALUES (?, (SELECT COUNT(line) FROM kernel.rollout_note WHERE rollout = ?), ?, ?, ?)
            """;
    private static final String AHEAD = """
            SELECT rollout.id, route_agency.agency
              FROM kernel.rollout
              JOIN kernel.route_agency
                ON route_agency.module = rollout.running_module AND route_agency.sha256 = rollout.to_sha256
             WHERE rollout.id IN (<ids>)
             ORDER BY rollout.id, route_agency.agency
            """;
    private static final String END = """
            UPDATE kernel.rollout
               SET ended_at = ?, reason_vi = ?, reason_en = ?, running_module = NULL, wish = NULL
             WHERE id = ?
            """;
    private static final String REASON = """
            UPDATE kernel.rollout
               SET reason_vi = ?, reason_en = ?
             WHERE id = ? AND ended_at IS NULL
            """;
    private static final String CUT = """
            SELECT module, to_version AS version, to_sha256 AS sha256
              FROM kernel.rollout
             WHERE id = ?
            """;

    /** Begins a rollout at {@link Step#RECEIVED} and returns its id. */
    public long begin(Handle h, Beginning beginning, String node, Instant at) {
        Cut to = beginning.to();
        Strategy strategy = beginning.strategy();
        long id = h.createUpdate(BEGIN)
                .bind(0, to.module().value())
                .bind(1, beginning.kind().name())
                .bind(2, beginning.from().map(Version::toString).orElse(null))
                .bind(3, to.version().toString())
                .bind(4, to.sha256())
                .bind(5, Step.RECEIVED.name())
                .bind(6, beginning.account())
                .bind(7, node)
                .bind(8, at.atOffset(ZoneOffset.UTC))
                .bind(9, to.module().value())
                .bind(10, strategy.toString())
                .bind(11, strategy.watch().toSeconds())
                .bind(12, strategy.automatic())
                .bind(13, beginning.needsApproval())
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
        if (steps(h, List.of(id)).getOrDefault(id, List.of()).stream().noneMatch(taken -> taken.step() == step)) {
            addStep(h, id, step, at);
        }
    }

    private static void addStep(Handle h, long id, Step step, Instant at) {
        h.execute(ADD_STEP, id, step.name(), at.atOffset(ZoneOffset.UTC));
    }

    /** Begins a stage. */
    public void stage(Handle h, long id, int stage, Instant at) {
        h.execute(STAGE, stage, at.atOffset(ZoneOffset.UTC), id);
    }

    /** Adds a line to the diary. People and the rollout itself write at the same time: each line waits for the one before. */
    public void note(Handle h, long id, LocalText text, Instant at) {
        h.createQuery(HOLD).bind(0, id).mapTo(Long.class).one();
        h.execute(ADD_NOTE, id, id, at.atOffset(ZoneOffset.UTC), cut(text.vi()), cut(text.en()));
    }

    private static String cut(String words) {
        return words.length() > 2000 ? words.substring(0, 1999) + "…" : words;
    }

    /** Notes why it is about to end. */
    public void reason(Handle h, long id, LocalText reason) {
        h.execute(REASON, cut(reason.vi()), cut(reason.en()), id);
    }

    /** What it rolls out. */
    public Cut cut(Handle h, long id) {
        return h.createQuery(CUT).bind(0, id).map((rs, context) -> Rows.cut(rs)).one();
    }

    /** Ends a rollout at {@code step}, with the reason when it did not succeed. */
    public void end(Handle h, long id, Step step, Optional<LocalText> reason, Instant at) {
        step(h, id, step, at);
        @Nullable
        String vietnamese =
                reason.map(LocalText::vi).map(RolloutRepository::cut).orElse(null);
        @Nullable
        String english = reason.map(LocalText::en).map(RolloutRepository::cut).orElse(null);
        h.createUpdate(END)
                .bind(0, at.atOffset(ZoneOffset.UTC))
                .bind(1, vietnamese)
                .bind(2, english)
                .bind(3, id)
                .execute();
    }

    public Optional<RolloutStatus> find(Handle h, long id) {
        return read(h, h.createQuery(BY_ID).bind(0, id)).stream().findFirst();
    }

    /** The newest, newest first. */
    public List<RolloutStatus> newest(Handle h, int limit) {
        return read(h, h.createQuery(NEWEST).bind(0, limit));
    }

    /** Those that this node began and has not ended, oldest first. */
    public List<RolloutStatus> open(Handle h, String node) {
        return read(h, h.createQuery(OPEN_ON_NODE).bind(0, node));
    }

    /** The rollout of a module that has not ended; there is one at most. */
    public Optional<RolloutStatus> running(Handle h, ModuleId module) {
        return read(h, h.createQuery(RUNNING).bind(0, module.value())).stream().findFirst();
    }

    private static List<RolloutStatus> read(Handle h, Query query) {
        List<Row> rows = query.map((rs, context) -> Row.of(rs)).list();
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Long> ids = rows.stream().map(Row::id).toList();
        Map<Long, List<StepTaken>> steps = steps(h, ids);
        Map<Long, List<Note>> notes = notes(h, ids);
        Map<Long, List<String>> ahead = ahead(h, ids);
        return rows.stream()
                .map(row -> row.status(
                        steps.getOrDefault(row.id(), List.of()),
                        ahead.getOrDefault(row.id(), List.of()),
                        notes.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Map<Long, List<StepTaken>> steps(Handle h, List<Long> ids) {
        Map<Long, List<StepTaken>> steps = new HashMap<>();
        h.createQuery(STEPS)
                .bindList("ids", ids)
                .map((rs, context) -> Map.entry(
                        rs.getLong("rollout"),
                        new StepTaken(
                                Step.valueOf(rs.getString("step")),
                                Rows.instant(rs, "reached_at").orElseThrow())))
                .forEach(row -> steps.computeIfAbsent(row.getKey(), id -> new ArrayList<>())
                        .add(row.getValue()));
        steps.values().forEach(taken -> taken.sort(Comparator.comparing(StepTaken::step)));
        return steps;
    }

    private static Map<Long, List<Note>> notes(Handle h, List<Long> ids) {
        Map<Long, List<Note>> notes = new HashMap<>();
        h.createQuery(NOTES)
                .bindList("ids", ids)
                .map((rs, context) -> Map.entry(
                        rs.getLong("rollout"),
                        new Note(
                                Rows.instant(rs, "noted_at").orElseThrow(),
                                new LocalText(rs.getString("text_vi"), rs.getString("text_en")))))
                .forEach(row -> notes.computeIfAbsent(row.getKey(), id -> new ArrayList<>())
                        .add(row.getValue()));
        return notes;
    }

    private static Map<Long, List<String>> ahead(Handle h, List<Long> ids) {
        Map<Long, List<String>> ahead = new HashMap<>();
        h.createQuery(AHEAD)
                .bindList("ids", ids)
                .map((rs, context) -> Map.entry(rs.getLong("id"), rs.getString("agency")))
                .forEach(row -> ahead.computeIfAbsent(row.getKey(), id -> new ArrayList<>())
                        .add(row.getValue()));
        return ahead;
    }

    /**
     * What a rollout begins with.
     *
     * @param from the version that serves now
     */
    public record Beginning(
            Kind kind, Optional<Version> from, Cut to, String account, Strategy strategy, boolean needsApproval) {}

    /** A row of the table, before its steps and notes are known. */
    private record Row(long id, RolloutStatus bare) {

        static Row of(ResultSet rs) throws SQLException {
            long id = rs.getLong("id");
            return new Row(
                    id,
                    new RolloutStatus(
                            id,
                            new ModuleId(rs.getString("module")),
                            Optional.ofNullable(rs.getString("from_version")).map(Version::parseVersion),
                            Version.parseVersion(rs.getString("to_version")),
                            Kind.valueOf(rs.getString("kind")),
                            Step.valueOf(rs.getString("step")),
                            rs.getString("asked_by"),
                            Rows.instant(rs, "started_at").orElseThrow(),
                            Rows.instant(rs, "ended_at"),
                            List.of(),
                            reason(rs),
                            new Progress(
                                    Strategy.parse(
                                            rs.getString("strategy"),
                                            Duration.ofSeconds(rs.getLong("watch_seconds")),
                                            rs.getBoolean("automatic")),
                                    rs.getInt("stage"),
                                    Rows.instant(rs, "stage_since"),
                                    List.of(),
                                    rs.getBoolean("paused"),
                                    Optional.ofNullable(rs.getString("approved_by")),
                                    List.of())));
        }

        RolloutStatus status(List<StepTaken> steps, List<String> ahead, List<Note> notes) {
            Progress progress = bare.progress();
            return new RolloutStatus(
                    id,
                    bare.module(),
                    bare.from(),
                    bare.to(),
                    bare.kind(),
                    bare.step(),
                    bare.by(),
                    bare.startedAt(),
                    bare.endedAt(),
                    steps,
                    bare.reason(),
                    new Progress(
                            progress.strategy(),
                            progress.stage(),
                            progress.stageSince(),
                            ahead,
                            progress.paused(),
                            progress.approvedBy(),
                            notes));
        }

        private static Optional<LocalText> reason(ResultSet rs) throws SQLException {
            @Nullable String vietnamese = rs.getString("reason_vi");
            @Nullable String english = rs.getString("reason_en");
            return vietnamese == null || english == null
                    ? Optional.empty()
                    : Optional.of(new LocalText(vietnamese, english));
        }
    }
}
