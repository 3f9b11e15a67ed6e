package vn.kientao.reform.steering.web.obstacle;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.obstacle.OpenAnswerRow;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.web.AgencyNames;

/**
 * Published answers, or one of them.
 *
 * @param chosen code of the area to which the list is narrowed; empty for all
 */
public record OpenAnswersModel(
        Page page,
        List<OpenAnswerRow> rows,
        boolean more,
        boolean first,
        Optional<String> chosen,
        List<Area> areas,
        AgencyNames names) {
    public OpenAnswersModel {
        rows = List.copyOf(rows);
        areas = List.copyOf(areas);
    }

    public String area(String code) {
        return areas.stream()
                .filter(area -> area.code().equals(code))
                .findFirst()
                .map(area -> page.texts().get(area.name()))
                .orElse(code);
    }

    public boolean is(Area area) {
        return chosen.filter(area.code()::equals).isPresent();
    }

    public String next() {
        return more ? page.with("after", "" + rows.get(rows.size() - 1).id()) : "";
    }
}
