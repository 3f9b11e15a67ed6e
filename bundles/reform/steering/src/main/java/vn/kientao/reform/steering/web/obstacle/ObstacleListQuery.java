package vn.kientao.reform.steering.web.obstacle;

import java.util.Optional;
import java.util.Set;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.app.obstacle.ObstacleKeys;
import vn.kientao.reform.steering.app.obstacle.Obstacles;
import vn.kientao.reform.steering.domain.obstacle.ObstacleAction.Side;
import vn.kientao.reform.steering.domain.obstacle.ObstacleCause;
import vn.kientao.reform.steering.domain.obstacle.ObstacleFilter;
import vn.kientao.reform.steering.domain.obstacle.ObstacleFilter.Span;
import vn.kientao.reform.steering.domain.obstacle.ObstacleKind;
import vn.kientao.reform.steering.domain.obstacle.ObstacleState;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.ListQuery;

/**
 * The filter of a list of obstacles as it stands in the address: {@code side}, {@code span}, {@code state}, {@code kind},
 * {@code cause}, {@code area}, {@code document}, {@code article}, {@code late}, {@code q}, {@code from}, {@code to},
 * {@code scope=all} for the province, {@code after} for the next page.
 */
final class ObstacleListQuery extends ListQuery {
    /** The parameters, for the API description too. */
    static final String[] NAMES = {
        "side", "span", "state", "kind", "cause", "area", "document", "article", "late", "q", "from", "to", "scope"
    };

    private final ObstacleFilter filter;

    ObstacleListQuery(Request request, Obstacles obstacles) {
        super(request, NAMES, Set.of("side", "span", "scope"));
        this.filter = new ObstacleFilter(
                all() ? Set.of() : obstacles.with(request.agency().code()),
                word("side", Side.values()).orElse(Side.BOTH),
                word("span", Span.values()).orElse(Span.OPEN),
                word("state", ObstacleState::of),
                word("kind", ObstacleKind::of),
                word("cause", ObstacleCause::of),
                value("area"),
                value("document"),
                value("article"),
                has("late"),
                words(),
                day("from"),
                day("to"),
                Acts.now(request));
    }

    ObstacleFilter filter() {
        return filter;
    }

    /** Behind which obstacle the page begins; a key that is none begins anew. */
    Optional<ObstacleFilter.Key> after() {
        return request().query("after").flatMap(ObstacleKeys::read);
    }
}
