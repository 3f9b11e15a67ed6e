package vn.kientao.reform.steering.web.pilot;

import java.util.List;
import java.util.Map;
import vn.kientao.platform.api.table.FileLinks;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.pilot.Pilots;
import vn.kientao.reform.steering.domain.pilot.PilotState;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;

/**
 * A list of pilots.
 *
 * @param states how many of the side there are in each state
 * @param warned how many of the side a condition to stop warns of
 */
public record PilotListModel(
        PilotQuery query,
        List<Pilots.Row> rows,
        boolean more,
        Map<PilotState, Long> states,
        long warned,
        List<Area> areas,
        AgencyNames names) {
    public PilotListModel {
        rows = List.copyOf(rows);
        states = Map.copyOf(states);
        areas = List.copyOf(areas);
    }

    public Page page() {
        return names.page();
    }

    public FormView form() {
        return query.form();
    }

    public boolean first() {
        return query.before() == Long.MAX_VALUE;
    }

    public FileLinks files() {
        return new FileLinks(page(), "/pilots");
    }

    public boolean proposes() {
        return page().can(SteeringPermissions.PILOT);
    }

    public boolean province() {
        return page().can(SteeringPermissions.PROVINCE);
    }

    public boolean all() {
        return query.all();
    }

    public boolean is(PilotState state) {
        return query.filter().state().filter(state::equals).isPresent();
    }

    public boolean warns() {
        return query.filter().warns();
    }

    public boolean about(Area area) {
        return query.filter().area().filter(area.code()::equals).isPresent();
    }

    public long count(PilotState state) {
        return states.getOrDefault(state, 0L);
    }

    public List<PilotState> shown() {
        return List.of(
                PilotState.PROPOSED, PilotState.RUNNING, PilotState.REVIEWED, PilotState.CONCLUDED, PilotState.DECIDED);
    }

    public boolean narrowed() {
        return query.narrowed();
    }

    public String list(String more) {
        return page().link("/pilots?" + (all() ? "scope=all" : "scope=own") + more);
    }

    public String style(PilotState state) {
        return PilotWords.style(state);
    }

    public String area(String code) {
        return areas.stream()
                .filter(area -> area.code().equals(code))
                .findFirst()
                .map(area -> page().texts().get(area.name()))
                .orElse(code);
    }

    public String next() {
        return more
                ? page().with("after", "" + rows.get(rows.size() - 1).pilot().id())
                : "";
    }
}
