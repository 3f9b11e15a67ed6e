package vn.kientao.reform.steering.web.pilot;

import java.util.Set;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.app.pilot.Pilots;
import vn.kientao.reform.steering.domain.pilot.PilotFilter;
import vn.kientao.reform.steering.domain.pilot.PilotState;
import vn.kientao.reform.steering.web.ListQuery;

/** The filter of a list of pilots. */
final class PilotQuery extends ListQuery {
    /** The parameters, for the API description too. */
    static final String[] NAMES = {"scope", "state", "area", "warns", "q"};

    private final PilotFilter filter;

    PilotQuery(Request request, Pilots pilots) {
        super(request, NAMES, Set.of("scope"));
        this.filter = new PilotFilter(
                all() ? Set.of() : pilots.with(request.agency().code()),
                word("state", PilotState::of),
                value("area"),
                has("warns"),
                words());
    }

    PilotFilter filter() {
        return filter;
    }
}
