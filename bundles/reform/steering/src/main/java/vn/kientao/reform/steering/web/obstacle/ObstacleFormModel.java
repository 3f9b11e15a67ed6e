package vn.kientao.reform.steering.web.obstacle;

import java.util.List;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.reform.steering.domain.obstacle.ObstacleCause;
import vn.kientao.reform.steering.domain.obstacle.ObstacleKind;
import vn.kientao.reform.steering.domain.programme.Area;

/** The form that raises something. */
public record ObstacleFormModel(FormView form, List<Area> areas) {
    public ObstacleFormModel {
        areas = List.copyOf(areas);
    }

    public List<ObstacleKind> kinds() {
        return List.of(ObstacleKind.values());
    }

    public List<ObstacleCause> causes() {
        return List.of(ObstacleCause.values());
    }

    public String name(Area area) {
        return form.page().texts().get(area.name());
    }
}
