package vn.kientao.reform.steering.web.inspection;

import java.util.Set;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.app.inspection.Inspections;
import vn.kientao.reform.steering.domain.inspection.VisitFilter;
import vn.kientao.reform.steering.domain.inspection.VisitState;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.ListQuery;

/** The filter of a list of visits. */
final class VisitListQuery extends ListQuery {
    /** The parameters, for the API description too. */
    static final String[] NAMES = {"state", "year", "overdue", "open", "q", "scope"};

    private final VisitFilter filter;

    VisitListQuery(Request request, Inspections inspections) {
        super(request, NAMES, Set.of("scope"));
        this.filter = new VisitFilter(
                all() ? Set.of() : inspections.with(request.agency().code()),
                year(),
                word("state", VisitState::of),
                has("overdue"),
                has("open"),
                words(),
                Acts.today(request));
    }

    VisitFilter filter() {
        return filter;
    }
}
