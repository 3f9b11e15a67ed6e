package vn.kientao.reform.procedures.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Binding;
import org.jdbi.v3.core.statement.ParsedParameters;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import vn.kientao.platform.api.data.Database;

/**
 * A database that asks for each statement it has answered how many rows were read for it ({@code EXPLAIN ANALYZE}), when
 * told to: what a whole page reads, not what one statement of it does.
 */
public final class PlanRows implements Database {
    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    private final Database inner;
    private final List<Read> reads = new ArrayList<>();
    private boolean watching;

    public PlanRows(Database inner) {
        this.inner = inner;
    }

    /** A statement and the rows that it looked at. */
    public record Read(String sql, long rows, String plan) {
        /** Whether it is the one that reads the rows that a list shows. */
        public boolean ofList() {
            return sql.contains("FETCH FIRST") && !sql.contains("COUNT(*)");
        }
    }

    /** The statements of some work. */
    public List<Read> of(Runnable work) {
        reads.clear();
        watching = true;
        try {
            work.run();
        } finally {
            watching = false;
        }
        return List.copyOf(reads);
    }

    @Override
    public <T> T read(Work<T> work) {
        return watching ? inner.read(handle -> watched(handle, work)) : inner.read(work);
    }

    @Override
    public <T> T write(Work<T> work) {
        return inner.write(work);
    }

    @Override
    public Dialect dialect() {
        return inner.dialect();
    }

    private <T> T watched(Handle handle, Work<T> work) {
        List<Asked> asked = new ArrayList<>();
        handle.getConfig(SqlStatements.class).setSqlLogger(new SqlLogger() {
            @Override
            public void logAfterExecution(StatementContext context) {
                ParsedParameters names = context.getParsedSql().getParameters();
                asked.add(new Asked(
                        context.getRenderedSql(),
                        context.getBinding(),
                        names.isPositional() ? names.getParameterCount() : 0));
            }
        });
        T result = work.run(handle);
        handle.getConfig(SqlStatements.class).setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
        asked.forEach(one -> reads.add(explained(handle, one)));
        return result;
    }

    /** Jdbi means to take back that bound values can be read; nothing else tells what the statement was run with. */
    @SuppressWarnings("removal")
    private Read explained(Handle handle, Asked asked) {
        boolean h2 = dialect() == Dialect.H2;
        Query query = handle.createQuery((h2 ? "EXPLAIN ANALYZE " : "EXPLAIN (ANALYZE, FORMAT JSON) ") + asked.sql());
        query.bindNamedArgumentFinder((name, context) -> asked.values().findForName(name, context));
        for (int place = 0; place < asked.places(); place++) {
            query.bind(place, asked.values().findForPosition(place).orElseThrow());
        }
        String plan = query.mapTo(String.class).one();
        return new Read(
                asked.sql(), h2 ? scanned(plan) : scanned(json(plan).path(0).path("Plan")), plan);
    }

    private static long scanned(String plan) {
        List<MatchResult> counts = SCANNED.matcher(plan).results().toList();
        assertThat(counts).as(plan).isNotEmpty();
        return counts.stream()
                .mapToLong(count -> Long.parseLong(count.group(1)))
                .sum();
    }

    /** Rows that the leaves of the plan have looked at, those that did not fit included. */
    private static long scanned(JsonNode node) {
        if (node.path("Plans").isEmpty()) {
            return Math.round((node.path("Actual Rows").asDouble()
                            + node.path("Rows Removed by Filter").asDouble()
                            + node.path("Rows Removed by Index Recheck").asDouble())
                    * node.path("Actual Loops").asDouble(1));
        }
        long rows = 0;
        for (JsonNode part : node.path("Plans")) {
            rows += scanned(part);
        }
        return rows;
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Asked(String sql, Binding values, int places) {}
}
