package vn.kientao.reform.steering.web.task;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.kientao.platform.api.table.FileLinks;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.Standing;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskFigures;
import vn.kientao.reform.steering.domain.task.TaskFilter;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;

/**
 * A list of tasks.
 *
 * @param figures of the tasks that the agency leads
 */
public record TaskListModel(
        Page page,
        TaskListQuery query,
        List<Task> rows,
        boolean more,
        TaskFigures figures,
        List<Area> areas,
        AgencyNames names) {
    public TaskListModel {
        rows = List.copyOf(rows);
        areas = List.copyOf(areas);
    }

    public FormView form() {
        return query.form();
    }

    public FileLinks files() {
        return new FileLinks(page, "/tasks");
    }

    public boolean gives() {
        return page.can(SteeringPermissions.GIVE);
    }

    /** Filters of the address that the form has no field for. */
    public List<String> hidden() {
        return Stream.of("clause", "state", "dueFrom", "dueTo", "doneFrom", "doneTo", "at", "division", "person")
                .filter(name -> !form().value(name).isEmpty())
                .toList();
    }

    public boolean works() {
        return page.can(SteeringPermissions.WORK);
    }

    public boolean programme() {
        return page.can(SteeringPermissions.PROGRAMME);
    }

    public boolean province() {
        return page.can(SteeringPermissions.PROVINCE);
    }

    public boolean all() {
        return query.filter().agency().isEmpty();
    }

    /** Whether it is the list of another agency than the reader's. */
    public boolean elsewhere() {
        return query.filter()
                .agency()
                .filter(code -> !page.agencyCode().equals(Optional.of(code)))
                .isPresent();
    }

    /** What narrows the list beside the fields of its form, by name in the address. */
    public Map<String, String> chips() {
        Map<String, String> chips = new LinkedHashMap<>();
        if (elsewhere()) {
            query.filter().agency().ifPresent(code -> chips.put("at", names.of(code)));
        }
        TaskFilter.Narrow narrow = query.filter().narrow();
        narrow.division().ifPresent(name -> chips.put("division", named(name, "task.division.none")));
        narrow.person().ifPresent(name -> chips.put("person", named(name, "task.person.none")));
        narrow.dueFrom().ifPresent(day -> chips.put("dueFrom", page.text("task.due-from", Formats.date(day))));
        narrow.dueTo().ifPresent(day -> chips.put("dueTo", page.text("task.due-to", Formats.date(day))));
        narrow.doneFrom().ifPresent(day -> chips.put("doneFrom", page.text("task.done-from", Formats.date(day))));
        narrow.doneTo().ifPresent(day -> chips.put("doneTo", page.text("task.done-to", Formats.date(day))));
        narrow.state().ifPresent(state -> chips.put("state", page.text(state.textKey())));
        return chips;
    }

    private String named(String name, String key) {
        return name.isEmpty() ? page.text(key) : name;
    }

    public boolean narrowed() {
        return query.narrowed();
    }

    public Part part() {
        return query.filter().part();
    }

    public boolean is(Standing standing) {
        return query.filter().standing().filter(standing::equals).isPresent();
    }

    public boolean ended() {
        return !query.filter().open();
    }

    public boolean mine() {
        return query.filter().account().isPresent();
    }

    public List<Part> parts() {
        return List.of(Part.LEAD, Part.COOPERATE, Part.APPROVE, Part.WATCH, Part.GIVE);
    }

    public Standing standing(Task task) {
        return task.standing(query.filter().today());
    }

    public String style(Task task) {
        return TaskWords.style(standing(task));
    }

    public String standingText(Task task) {
        return TaskWords.standing(page, task, query.filter().today());
    }

    public String area(String code) {
        return areas.stream()
                .filter(area -> area.code().equals(code))
                .findFirst()
                .map(area -> page.texts().get(area.name()))
                .orElse(code);
    }

    public String due(Task task) {
        return task.due().map(Formats::date).orElse(page.text(task.term().textKey()));
    }

    public LocalDate today() {
        return query.filter().today();
    }

    public String next() {
        return page.with("after", TaskListQuery.key(rows.get(rows.size() - 1)));
    }

    public boolean first() {
        return query.after().isEmpty();
    }
}
