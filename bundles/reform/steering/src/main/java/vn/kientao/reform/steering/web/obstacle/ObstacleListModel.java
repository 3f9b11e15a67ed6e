package vn.kientao.reform.steering.web.obstacle;

import java.util.List;
import java.util.Map;
import vn.kientao.platform.api.table.FileLinks;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.obstacle.ObstacleKeys;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleAction.Side;
import vn.kientao.reform.steering.domain.obstacle.ObstacleFigures;
import vn.kientao.reform.steering.domain.obstacle.ObstacleFilter.Span;
import vn.kientao.reform.steering.domain.obstacle.ObstacleState;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;

/**
 * A list of obstacles.
 *
 * @param figures of all that the side of the list shows, whatever it is narrowed to
 * @param states how many of them are in each state
 */
public record ObstacleListModel(
        Page page,
        ObstacleListQuery query,
        List<Obstacle> rows,
        boolean more,
        ObstacleFigures figures,
        Map<ObstacleState, Long> states,
        List<Area> areas,
        AgencyNames names) {
    public ObstacleListModel {
        rows = List.copyOf(rows);
        areas = List.copyOf(areas);
        states = Map.copyOf(states);
    }

    public FormView form() {
        return query.form();
    }

    public FileLinks files() {
        return new FileLinks(page, "/obstacles");
    }

    public boolean raises() {
        return page.can(SteeringPermissions.RAISE);
    }

    public boolean province() {
        return page.can(SteeringPermissions.PROVINCE);
    }

    public boolean all() {
        return query.filter().agencies().isEmpty();
    }

    public boolean narrowed() {
        return query.narrowed();
    }

    public Side side() {
        return query.filter().side();
    }

    public boolean is(Side side) {
        return !all() && side() == side;
    }

    public boolean is(ObstacleState state) {
        return query.filter().state().filter(state::equals).isPresent();
    }

    public boolean late() {
        return query.filter().late();
    }

    public boolean ended() {
        return query.filter().span() == Span.ENDED && query.filter().state().isEmpty();
    }

    public long count(ObstacleState state) {
        return states.getOrDefault(state, 0L);
    }

    /** The list of the same side with one thing more in its address. */
    public String list(String more) {
        String place = all() ? "scope=all" : "side=" + side();
        return page.link("/obstacles?" + place + more);
    }

    public String area(String code) {
        return areas.stream()
                .filter(area -> area.code().equals(code))
                .findFirst()
                .map(area -> page.texts().get(area.name()))
                .orElse(code);
    }

    public String style(Obstacle one) {
        return ObstacleWords.style(one.state());
    }

    public String clock(Obstacle one) {
        return ObstacleWords.clock(page, one, query.filter().now());
    }

    public String clockStyle(Obstacle one) {
        return ObstacleWords.clockStyle(one, query.filter().now());
    }

    public String due(Obstacle one) {
        return Formats.date(one.clock().due().toLocalDate());
    }

    public String next() {
        return more ? page.with("after", ObstacleKeys.of(rows.get(rows.size() - 1))) : "";
    }

    public boolean first() {
        return query.after().isEmpty();
    }
}
