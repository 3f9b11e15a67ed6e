package vn.kientao.reform.steering.web.task;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.domain.task.Extension;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.Party;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskAction;
import vn.kientao.reform.steering.domain.task.TaskEvent;
import vn.kientao.reform.steering.domain.task.TaskState;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;

/**
 * The page of a task.
 *
 * @param agency code of the agency in whose pages it is shown
 * @param agencies those that could lead it
 * @param workers name by account, of those at the lead who can be made to answer for it
 */
public record TaskModel(
        FormView form,
        Tasks.View view,
        LocalDate today,
        String agency,
        List<Area> areas,
        AgencyNames names,
        Map<String, String> workers,
        TaskMore more,
        List<Agency> agencies) {
    public TaskModel {
        areas = List.copyOf(areas);
        agencies = List.copyOf(agencies);
    }

    public Page page() {
        return form.page();
    }

    public Task task() {
        return view.task();
    }

    public String style() {
        return TaskWords.style(task().standing(today));
    }

    public String standing() {
        return TaskWords.standing(page(), task(), today);
    }

    public String styleOf(Task other) {
        return TaskWords.style(other.standing(today));
    }

    public String standingOf(Task other) {
        return TaskWords.standing(page(), other, today);
    }

    public String area() {
        return areas.stream()
                .filter(area -> area.code().equals(task().area()))
                .findFirst()
                .map(area -> page().texts().get(area.name()))
                .orElse(task().area());
    }

    public String due() {
        return task().due().map(Formats::date).orElse(page().text(task().term().textKey()));
    }

    public List<TaskAction> actions() {
        return new TaskRights(page(), view, agency).all();
    }

    public List<Party> present() {
        return view.parties().stream().filter(Party::present).toList();
    }

    public List<Party> former() {
        return view.parties().stream().filter(party -> !party.present()).toList();
    }

    /** Whether the reader can give parts of it to others. */
    public boolean divides() {
        return task().state().open()
                && (view.has(agency, Part.LEAD) || view.has(agency, Part.GIVE))
                && page().can(SteeringPermissions.GIVE);
    }

    public String who(TaskEvent event) {
        return who(event.account(), event.agency());
    }

    public String who(String account, String where) {
        String name = more.people().getOrDefault(account, "");
        return name.isEmpty() ? names.of(where) : name + ", " + names.of(where);
    }

    public List<Extension> extensions() {
        return more.extensions();
    }

    /** Whether the reader is one of those who may ask for more time. */
    public boolean asks() {
        return task().state() == TaskState.OPEN
                && task().due().isPresent()
                && view.has(agency, Part.LEAD)
                && page().can(SteeringPermissions.WORK);
    }

    /** Why they cannot now. */
    public Optional<String> refusal() {
        return more.refusal().map(why -> page().text(TaskDoor.textKey(why)));
    }

    /** Whether the reader may make another agency lead it. */
    public boolean changesLead() {
        return decides() && task().state().open();
    }

    /** Whether the reader may decide what the lead asks for. */
    public boolean decides() {
        return view.has(agency, Part.GIVE) && page().can(SteeringPermissions.GIVE);
    }

    public String style(Extension extension) {
        return switch (extension.state()) {
            case PENDING -> "kt-tag kt-tag-need";
            case GRANTED -> "kt-tag kt-tag-done";
            case REFUSED -> "kt-tag";
        };
    }

    public String eventStyle(TaskEvent event) {
        return switch (event.action()) {
            case "CONFIRM" -> "kt-event kt-event-done";
            case "RETURN", "PAUSE" -> "kt-event kt-event-need";
            case "CANCEL" -> "kt-event kt-event-late";
            default -> "kt-event kt-event-progress";
        };
    }
}
