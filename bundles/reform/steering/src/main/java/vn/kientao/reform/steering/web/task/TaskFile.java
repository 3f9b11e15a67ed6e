package vn.kientao.reform.steering.web.task;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.table.TableFile;
import vn.kientao.platform.api.table.TableFile.Column;
import vn.kientao.platform.api.table.TableFile.Line;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskFilter;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.Batches;

/** A list of tasks as a file, read a batch at a time. */
final class TaskFile {
    private final Tasks tasks;
    private final TaskListQuery query;
    private final AgencyNames names;
    private final Page page;

    TaskFile(Tasks tasks, TaskListQuery query, AgencyNames names) {
        this.tasks = tasks;
        this.query = query;
        this.names = names;
        this.page = names.page();
    }

    TableFile table(String agency) {
        LocalDate today = query.filter().today();
        return new TableFile(
                "nhiem-vu-" + agency + "-" + today,
                "task-list",
                page.text("task.title"),
                List.of(Formats.date(today)),
                List.of(
                        column("code", 16),
                        column("name", 50),
                        column("product", 30),
                        column("lead", 26),
                        column("person", 22),
                        column("due", 12),
                        column("original-due", 12),
                        column("progress", 10),
                        column("standing", 20)),
                this::say,
                List.of());
    }

    private Column column(String name, int width) {
        return new Column(page.text("task." + name), width);
    }

    private void say(Line line) throws IOException {
        Batches.<Task, TaskFilter.Key>say(
                line,
                (behind, most) -> tasks.page(query.filter(), behind, most),
                task -> new TaskFilter.Key(task.due().orElse(LocalDate.of(9999, 12, 31)), task.id()),
                this::cells);
    }

    private List<SheetCell> cells(Task task) {
        return List.of(
                SheetCell.text(task.code()),
                SheetCell.text(task.title()),
                SheetCell.text(task.product()),
                SheetCell.text(names.of(task.lead())),
                SheetCell.text(task.person()),
                task.due()
                        .map(SheetCell::day)
                        .orElseGet(() -> SheetCell.text(page.text(task.term().textKey()))),
                task.originalDue().map(SheetCell::day).orElseGet(() -> SheetCell.text("")),
                SheetCell.number(task.progress()),
                SheetCell.text(page.text(task.standing(query.filter().today()).textKey())));
    }
}
