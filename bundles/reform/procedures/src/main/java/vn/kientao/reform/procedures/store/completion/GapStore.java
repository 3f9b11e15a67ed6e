package vn.kientao.reform.procedures.store.completion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import vn.kientao.reform.procedures.domain.Gap;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.completion.GapTask;
import vn.kientao.reform.procedures.domain.completion.WantedGaps;

/** Lists what is to be completed, page after page; the order is the index's. */
public final class GapStore {
    static final String PAGE = """
            SELECT version_id, place, kind, field AS path, content
              FROM procedures.procedure_gap
             WHERE state = :state <kind>
               AND version_id >= :version AND (version_id > :version OR place > :place)
             ORDER BY state, <order> version_id, place
             FETCH FIRST :size ROWS ONLY
            """;
    private static final String PROCEDURES = """
            SELECT v.id, v.code, v.name, v.field
              FROM procedures.procedure_version AS v
              JOIN procedures.procedure AS p ON p.code = v.code AND p.current_version_id = v.id
             WHERE v.id IN (<ids>)
            """;
    private static final String ONE = """
            SELECT g.version_id, g.place, g.kind, g.field AS path, g.content, v.code, v.name, v.field
              FROM procedures.procedure_gap AS g
              JOIN procedures.procedure_version AS v ON v.id = g.version_id
              JOIN procedures.procedure AS p ON p.current_version_id = v.id
             WHERE g.version_id = ? AND g.place = ?
            """;
    private static final String COUNTS = """
            SELECT kind, COUNT(*) AS gaps
              FROM procedures.procedure_gap
             WHERE state = ?
             GROUP BY kind
            """;

    private final CompletionStore completions = new CompletionStore();

    /** A page of tasks, in the order of versions; those of an import that has not ended are left out. */
    public List<GapTask> page(Handle handle, WantedGaps wanted, int size) {
        List<Row> rows = prepared(handle, PAGE, wanted, size)
                .map((row, context) -> Row.of(row))
                .list();
        Map<Long, Named> named =
                named(handle, rows.stream().map(Row::version).distinct().toList());
        List<GapTask> tasks = new ArrayList<>();
        for (Row row : rows) {
            @Nullable Named procedure = named.get(row.version());
            if (procedure != null) {
                tasks.add(task(handle, row, procedure, wanted.done()));
            }
        }
        return tasks;
    }

    private record Named(String code, String name, String field) {}

    private record Row(long version, int place, Gap gap) {
        static Row of(ResultSet row) throws SQLException {
            Gap gap = new Gap(GapKind.valueOf(row.getString("kind")), row.getString("path"), row.getString("content"));
            return new Row(row.getLong("version_id"), row.getInt("place"), gap);
        }
    }

    private static Map<Long, Named> named(Handle handle, List<Long> versions) {
        Map<Long, Named> named = new HashMap<>();
        if (!versions.isEmpty()) {
            handle.createQuery(PROCEDURES)
                    .bindList("ids", versions)
                    .map((row, context) -> Map.entry(
                            row.getLong("id"),
                            new Named(row.getString("code"), row.getString("name"), row.getString("field"))))
                    .forEach(entry -> named.put(entry.getKey(), entry.getValue()));
        }
        return named;
    }

    static Query prepared(Handle handle, String sql, WantedGaps wanted, int size) {
        Query query = handle.createQuery(sql)
                .define("kind", wanted.kind().isPresent() ? "AND kind = :kind" : "")
                .define("order", wanted.kind().isPresent() ? "kind," : "")
                .bind("state", wanted.done() ? "DONE" : "OPEN")
                .bind("version", wanted.version())
                .bind("place", wanted.place())
                .bind("size", size);
        return wanted.kind().map(kind -> query.bind("kind", kind.name())).orElse(query);
    }

    /** A gap of a current version. */
    public Optional<GapTask> find(Handle handle, long version, int place) {
        return handle.createQuery(ONE)
                .bind(0, version)
                .bind(1, place)
                .map((row, context) -> task(
                        handle,
                        Row.of(row),
                        new Named(row.getString("code"), row.getString("name"), row.getString("field")),
                        true))
                .findOne();
    }

    /** How many there are of each kind. */
    public Map<GapKind, Long> counts(Handle handle, boolean done) {
        Map<GapKind, Long> counts = new EnumMap<>(GapKind.class);
        handle.createQuery(COUNTS)
                .bind(0, done ? "DONE" : "OPEN")
                .map((row, context) -> Map.entry(GapKind.valueOf(row.getString("kind")), row.getLong("gaps")))
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    private GapTask task(Handle handle, Row row, Named procedure, boolean withCompletion) {
        return new GapTask(
                row.version(),
                row.place(),
                procedure.code(),
                procedure.name(),
                procedure.field(),
                row.gap(),
                withCompletion ? completions.find(handle, row.version(), row.place()) : Optional.empty());
    }
}
