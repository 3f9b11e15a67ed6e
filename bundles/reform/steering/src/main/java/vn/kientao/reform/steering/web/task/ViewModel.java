package vn.kientao.reform.steering.web.task;

import java.time.LocalDate;
import java.util.List;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.web.AgencyNames;

/**
 * Tasks in groups.
 *
 * @param path of the view
 * @param next address of the next page; empty when there is none
 */
public record ViewModel(
        FormView form,
        String path,
        String title,
        List<Group> groups,
        String next,
        LocalDate today,
        List<Area> areas,
        AgencyNames names) {
    public ViewModel {
        groups = List.copyOf(groups);
        areas = List.copyOf(areas);
    }

    /**
     * Tasks under one heading.
     *
     * @param more whether there are others
     * @param address of the list with all of them; empty when there is none
     */
    public record Group(String title, List<Task> tasks, boolean more, String address) {
        public Group {
            tasks = List.copyOf(tasks);
        }
    }

    public Page page() {
        return form.page();
    }

    public boolean board() {
        return path.equals("/task-board");
    }

    public boolean empty() {
        return groups.stream().allMatch(group -> group.tasks().isEmpty());
    }

    public String style(Task task) {
        return TaskWords.style(task.standing(today));
    }

    public String standing(Task task) {
        return TaskWords.standing(page(), task, today);
    }

    public String due(Task task) {
        return task.due().map(Formats::date).orElse(page().text(task.term().textKey()));
    }

    public String name(Area area) {
        return page().texts().get(area.name());
    }
}
