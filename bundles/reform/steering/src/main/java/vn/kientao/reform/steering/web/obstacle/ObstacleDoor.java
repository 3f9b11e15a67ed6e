package vn.kientao.reform.steering.web.obstacle;

import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.app.obstacle.Obstacles;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** Finds the obstacle of an address for the agency in it, and says who acts. */
final class ObstacleDoor {
    private ObstacleDoor() {}

    /** One that the agency has, or had, to do with; any for who may see the province; else 404. */
    static Obstacles.View find(Request request, Obstacles obstacles) {
        String code = request.pathValue("code");
        return obstacles
                .find(code, request.agency().code())
                .filter(view -> view.concerns() || request.page().can(SteeringPermissions.PROVINCE))
                .orElseThrow(() -> ObstacleWords.notFound(code));
    }

    static Tasks.Act act(Request request, String action) {
        return act(request, action, "");
    }

    static Tasks.Act act(Request request, String action, String code) {
        return Acts.act(request, action, "obstacle", code);
    }
}
