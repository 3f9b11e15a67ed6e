package vn.kientao.reform.steering.store.obstacle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import vn.kientao.reform.steering.domain.obstacle.ObstacleAction.Side;
import vn.kientao.reform.steering.domain.obstacle.ObstacleFilter;
import vn.kientao.reform.steering.domain.obstacle.ObstacleFilter.Span;
import vn.kientao.reform.steering.domain.obstacle.ObstacleState;

/** A filter as a condition of a statement about {@code steering.obstacle o}, with its values. */
final class ObstacleConditions {
    /** The answer is late: not given in time, or given too late. */
    static final String LATE = "COALESCE(o.answered_at, :now) > o.due AND o.state <> 'WITHDRAWN'";

    private final ObstacleFilter filter;
    private final List<String> parts = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    ObstacleConditions(ObstacleFilter filter) {
        this.filter = filter;
        values.put("now", filter.now());
        if (!filter.agencies().isEmpty()) {
            parts.add(side(filter.side()));
        }
        filter.state()
                .map(ObstacleState::name)
                .ifPresentOrElse(state -> equal("state", "state", state), () -> add(filter.span()));
        filter.kind().ifPresent(kind -> equal("kind", "kind", kind.name()));
        filter.cause().ifPresent(cause -> equal("cause", "cause", cause.name()));
        filter.area().ifPresent(area -> equal("area", "area", area));
        filter.document().ifPresent(document -> equal("rule_document", "document", document));
        filter.article().ifPresent(article -> equal("rule_article", "article", article));
        if (filter.late()) {
            parts.add(LATE);
        }
        filter.from().ifPresent(day -> raised(">=", "from", day));
        filter.to().ifPresent(day -> raised("<", "to", day.plusDays(1)));
        if (!filter.words().isEmpty()) {
            parts.add("o.folded LIKE :words ESCAPE '!'");
            values.put("words", "%" + filter.words().replaceAll("([!%_])", "!$1") + "%");
        }
    }

    private static String side(Side side) {
        return switch (side) {
            case RAISER -> "o.raiser IN (<agencies>)";
            case HOLDER -> "o.holder IN (<agencies>)";
            case BOTH -> "(o.raiser IN (<agencies>) OR o.holder IN (<agencies>))";
        };
    }

    private void add(Span span) {
        if (span != Span.ALL) {
            equal("open_obstacle", "open", span == Span.OPEN);
        }
    }

    private void raised(String how, String name, LocalDate day) {
        parts.add("o.raised_at " + how + " :" + name);
        values.put(name, day.atStartOfDay());
    }

    private void equal(String column, String name, Object value) {
        parts.add("o." + column + " = :" + name);
        values.put(name, value);
    }

    String sql() {
        return parts.isEmpty() ? "1 = 1" : String.join(" AND ", parts);
    }

    /** Binds what the condition names; {@code now} is there for the statement as well. */
    Query bind(Query query) {
        query.bindMap(values).getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        return filter.agencies().isEmpty() ? query : query.bindList("agencies", List.copyOf(filter.agencies()));
    }
}
