package vn.kientao.reform.steering.web.inspection;

import java.util.List;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.web.FormView;

/** The form that plans a visit. */
public record NewVisitModel(FormView form, List<Agency> agencies) {
    public NewVisitModel {
        agencies = List.copyOf(agencies);
    }
}
