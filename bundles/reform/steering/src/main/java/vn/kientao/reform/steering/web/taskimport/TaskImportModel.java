package vn.kientao.reform.steering.web.taskimport;

import java.util.List;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskOrder;
import vn.kientao.reform.steering.domain.taskimport.ImportColumn;
import vn.kientao.reform.steering.domain.taskimport.TaskImport;
import vn.kientao.reform.steering.web.AgencyNames;

/**
 * A sheet: what would become of it, or what did.
 *
 * @param tasks that were given from it
 */
public record TaskImportModel(Page page, TaskImport sheet, Trial trial, List<Task> tasks, AgencyNames names) {
    private static final int SHOWN = 100;

    public TaskImportModel {
        tasks = List.copyOf(tasks);
    }

    public boolean tried() {
        return sheet.state() == TaskImport.State.TRIED;
    }

    public boolean done() {
        return sheet.state() == TaskImport.State.DONE;
    }

    public List<TaskOrder> orders() {
        return trial.orders();
    }

    public List<TaskOrder> shown() {
        return trial.orders().stream().limit(SHOWN).toList();
    }

    /** What is wrong, for the page; the file has all. */
    public List<Line> faults() {
        return trial.faults().stream()
                .limit(SHOWN)
                .map(fault -> new Line(
                        "" + fault.row(),
                        field(page, fault),
                        fault.value(),
                        page.texts().get(fault.message())))
                .toList();
    }

    /** A fault in words. */
    public record Line(String row, String field, String value, String message) {}

    static String field(Page page, Trial.Fault fault) {
        return ImportColumn.of(fault.field())
                .map(column -> page.text(column.textKey()))
                .orElse(fault.field());
    }

    public String due(TaskOrder order) {
        return order.due().map(Formats::date).orElse(page.text(order.term().textKey()));
    }

    public String address(String rest) {
        return page.link("/task-imports/" + sheet.id() + rest);
    }
}
