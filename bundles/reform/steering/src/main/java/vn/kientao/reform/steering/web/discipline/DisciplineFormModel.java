package vn.kientao.reform.steering.web.discipline;

import java.util.List;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.reform.steering.domain.discipline.BreachKind;

/** The form that records a late or missed duty. */
public record DisciplineFormModel(FormView form) {

    public List<BreachKind> kinds() {
        return List.of(BreachKind.values());
    }
}
