package vn.kientao.reform.steering.web.pilot;

import java.util.Arrays;
import java.util.List;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.pilot.Pilots;
import vn.kientao.reform.steering.domain.pilot.PilotAction;
import vn.kientao.reform.steering.domain.pilot.PilotState;
import vn.kientao.reform.steering.web.SteeringPermissions;

/**
 * What the reader may do to a pilot from the pages of an agency: deciding is for those who decide about pilots of the province;
 * the rest for those who follow it at the agency that proposed it.
 */
record PilotRights(Page page, Pilots.View view) {

    boolean may(PilotAction action) {
        boolean own = action.decided()
                ? page.can(SteeringPermissions.DECIDE)
                : view.proposer() && page.can(SteeringPermissions.PILOT);
        return own && action.possible(view.pilot().state());
    }

    List<PilotAction> all() {
        return Arrays.stream(PilotAction.values()).filter(this::may).toList();
    }

    /** Whether the reader may say what is measured. */
    boolean measures() {
        PilotState state = view.pilot().state();
        return view.proposer()
                && page.can(SteeringPermissions.PILOT)
                && (state == PilotState.PROPOSED || state == PilotState.APPROVED || state.running());
    }

    /** Whether the reader may switch the module on at the agencies: the platform's administrators, once the pilot is decided. */
    boolean switches() {
        PilotState state = view.pilot().state();
        return page.can(SteeringPermissions.SWITCH) && (state == PilotState.APPROVED || state.running());
    }

    /** Whether the reader may enter values: also at the agencies that take part. */
    boolean enters() {
        PilotState state = view.pilot().state();
        return (view.proposer() || view.member())
                && page.can(SteeringPermissions.PILOT)
                && (state == PilotState.APPROVED || state.running());
    }
}
