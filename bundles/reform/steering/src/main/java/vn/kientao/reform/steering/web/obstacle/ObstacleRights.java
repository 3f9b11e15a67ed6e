package vn.kientao.reform.steering.web.obstacle;

import java.util.Arrays;
import java.util.List;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.obstacle.Obstacles;
import vn.kientao.reform.steering.domain.obstacle.ObstacleAction;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** What the reader may do to an obstacle from the pages of an agency. */
record ObstacleRights(Page page, Obstacles.View view) {

    boolean may(ObstacleAction action) {
        return view.may(action) && holds(action);
    }

    private boolean holds(ObstacleAction action) {
        return switch (action) {
            case RAISE, SATISFY, DISSATISFY, REOPEN, WITHDRAW -> page.can(SteeringPermissions.RAISE);
            case CLASSIFY, ROUTE, SEND_OUTSIDE, DRAFT, ANSWER, PUBLISH, KEEP_INTERNAL, RULE_CHANGE ->
                page.can(SteeringPermissions.ANSWER);
            case TASK -> page.can(SteeringPermissions.ANSWER) && page.can(SteeringPermissions.GIVE);
            case PILOT -> false;
            case NOTE -> page.can(SteeringPermissions.RAISE) || page.can(SteeringPermissions.ANSWER);
        };
    }

    List<ObstacleAction> all() {
        return Arrays.stream(ObstacleAction.values()).filter(this::may).toList();
    }
}
