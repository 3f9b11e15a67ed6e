package vn.kientao.reform.steering.web.goal;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.kientao.platform.api.table.FileLinks;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.goal.Progress;
import vn.kientao.reform.steering.domain.goal.Target;
import vn.kientao.reform.steering.domain.goal.TargetFilter;
import vn.kientao.reform.steering.domain.goal.TargetState;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.web.SteeringPermissions;

/**
 * A list of targets.
 *
 * @param all how many the filter shows
 * @param states how many of the year and area stand how
 * @param responsible name of the agency that answers for a target; empty when it is not known
 */
public record TargetListModel(
        FormView form,
        TargetFilter filter,
        List<Progress> rows,
        boolean more,
        boolean first,
        int all,
        Map<TargetState, Long> states,
        List<Area> areas,
        Function<Target, String> responsible) {
    public TargetListModel {
        rows = List.copyOf(rows);
        states = Map.copyOf(states);
        areas = List.copyOf(areas);
    }

    public Page page() {
        return form.page();
    }

    public FileLinks files() {
        return new FileLinks(page(), "/targets");
    }

    public boolean keeps() {
        return page().can(SteeringPermissions.PROGRAMME);
    }

    public boolean is(TargetState state) {
        return filter.state().filter(state::equals).isPresent();
    }

    public boolean in(Area area) {
        return filter.area().filter(area.code()::equals).isPresent();
    }

    public boolean narrowed() {
        return filter.state().isPresent()
                || filter.area().isPresent()
                || !filter.words().isEmpty();
    }

    public long count(TargetState state) {
        return states.getOrDefault(state, 0L);
    }

    /** How a tile looks: coloured when it counts something. */
    public String tile(TargetState state) {
        if (count(state) == 0) {
            return "kt-tile";
        }
        return switch (state) {
            case REACHED -> "kt-tile kt-tile-done";
            case UNDER_WAY -> "kt-tile kt-tile-progress";
            case BEHIND -> "kt-tile kt-tile-late";
            case NO_DATA -> "kt-tile";
        };
    }

    public String style(Progress row) {
        return TargetWords.style(row.state(filter.year()));
    }

    public String state(Progress row) {
        return page().text(row.state(filter.year()).textKey());
    }

    public String name(Progress row) {
        return page().texts().get(row.target().name());
    }

    public String area(String code) {
        return areas.stream()
                .filter(area -> area.code().equals(code))
                .findFirst()
                .map(area -> page().texts().get(area.name()))
                .orElse(code);
    }

    public String wanted(Progress row) {
        return row.target()
                .wanted(filter.year())
                .map(one -> TargetWords.wanted(page(), row.target(), one.amount()))
                .orElse("–");
    }

    public String wantedYear(Progress row) {
        return row.target()
                .wanted(filter.year())
                .map(one -> page().text("target.by-year", "" + one.year()))
                .orElse("");
    }

    public String actual(Progress row) {
        return row.by(filter.year())
                .map(one -> TargetWords.amount(row.target(), one.amount()))
                .orElse("–");
    }

    public String origin(Progress row) {
        return row.by(filter.year()).map(one -> TargetWords.origin(page(), one)).orElse("");
    }

    public String responsible(Progress row) {
        String name = responsible.apply(row.target());
        return name.isEmpty() ? page().text("programme.area.none") : name;
    }

    public String next() {
        return more ? page().with("after", rows.get(rows.size() - 1).target().code()) : "";
    }
}
