package vn.kientao.reform.steering.web.issue;

import java.util.List;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.reform.steering.domain.programme.Area;

/** The form that puts a matter before the chairman. */
public record IssueFormModel(FormView form, List<Area> areas) {
    public IssueFormModel {
        areas = List.copyOf(areas);
    }

    public String name(Area area) {
        return form.page().texts().get(area.name());
    }
}
