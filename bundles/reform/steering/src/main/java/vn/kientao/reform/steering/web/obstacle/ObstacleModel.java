package vn.kientao.reform.steering.web.obstacle;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.obstacle.Obstacles;
import vn.kientao.reform.steering.app.obstacle.Receivers;
import vn.kientao.reform.steering.domain.file.StoredFile;
import vn.kientao.reform.steering.domain.obstacle.FollowUp;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleAction;
import vn.kientao.reform.steering.domain.obstacle.ObstacleCause;
import vn.kientao.reform.steering.domain.obstacle.ObstacleEvent;
import vn.kientao.reform.steering.domain.obstacle.Urgency;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;

/**
 * The page of an obstacle.
 *
 * @param form what was typed into the step named by its value {@code action}
 * @param proposals who comes into question to answer it
 * @param people name by account, of those who did something
 */
public record ObstacleModel(
        FormView form,
        Obstacles.View view,
        LocalDateTime now,
        List<Area> areas,
        AgencyNames names,
        List<Agency> agencies,
        List<Receivers.Receiver> proposals,
        Map<String, String> people,
        List<StoredFile> files) {
    public ObstacleModel {
        areas = List.copyOf(areas);
        agencies = List.copyOf(agencies);
        proposals = List.copyOf(proposals);
        people = Map.copyOf(people);
        files = List.copyOf(files);
    }

    public Page page() {
        return form.page();
    }

    public Obstacle obstacle() {
        return view.obstacle();
    }

    public String style() {
        return ObstacleWords.style(obstacle().state());
    }

    public String clock() {
        return ObstacleWords.clock(page(), obstacle(), now);
    }

    public String clockStyle() {
        return ObstacleWords.clockStyle(obstacle(), now);
    }

    public String area() {
        return areas.stream()
                .filter(area -> area.code().equals(obstacle().report().area()))
                .findFirst()
                .map(area -> page().texts().get(area.name()))
                .orElse(obstacle().report().area());
    }

    public List<ObstacleAction> actions() {
        return new ObstacleRights(page(), view).all();
    }

    /** Whether the reader may add a file. */
    public boolean adds() {
        return new ObstacleRights(page(), view).may(ObstacleAction.NOTE);
    }

    /** Whether the reader may propose a pilot that comes of it. */
    public boolean pilots() {
        return view.may(ObstacleAction.PILOT) && page().can(SteeringPermissions.PILOT);
    }

    public List<Urgency> urgencies() {
        return List.of(Urgency.values());
    }

    public List<ObstacleCause> causes() {
        return List.of(ObstacleCause.values());
    }

    /** Whether this is the step that could not be taken. */
    public boolean failed(ObstacleAction action) {
        return action.word().equals(form.value("action"));
    }

    /** The id of a field of a step; the one of the step that failed is where the list of mistakes leads. */
    public String id(ObstacleAction action, String field) {
        return failed(action) ? field : field + "-" + action.word();
    }

    /** What stands in a field of a step: what was typed, else what is known. */
    public String value(ObstacleAction action, String field) {
        if (failed(action)) {
            return form.value(field);
        }
        return switch (field) {
            case "note" -> action == ObstacleAction.DRAFT ? obstacle().answer().text() : "";
            case "urgency" -> obstacle().handling().urgency().map(Enum::name).orElse("");
            case "cause" -> obstacle().report().cause().name();
            case "publicTitle" -> obstacle().report().title();
            case "publicQuestion" -> obstacle().report().content();
            case "publicAnswer" -> obstacle().answer().text();
            default -> "";
        };
    }

    public String who(ObstacleEvent event) {
        String name = people.getOrDefault(event.account(), "");
        return name.isEmpty() ? names.of(event.agency()) : name + ", " + names.of(event.agency());
    }

    public String eventStyle(ObstacleEvent event) {
        return switch (event.action()) {
            case ANSWER, SATISFY -> "kt-event kt-event-done";
            case DISSATISFY, REOPEN -> "kt-event kt-event-late";
            case RAISE, WITHDRAW -> "kt-event kt-event-need";
            case CLASSIFY, ROUTE, SEND_OUTSIDE, DRAFT, PUBLISH, KEEP_INTERNAL, TASK, RULE_CHANGE, PILOT, NOTE ->
                "kt-event kt-event-progress";
        };
    }

    /** Where what came of it is to be seen; empty for a proposal, which is written here. */
    public String link(FollowUp followUp) {
        return switch (followUp.kind()) {
            case TASK -> page().link("/tasks/" + followUp.reference());
            case PILOT -> page().link("/pilots/" + followUp.reference());
            default -> "";
        };
    }

    public String file(StoredFile file) {
        return page().link("/obstacles/" + obstacle().code() + "/files/" + file.id());
    }

    public String size(StoredFile file) {
        return Formats.number((file.size() + 1023) / 1024) + " KB";
    }
}
