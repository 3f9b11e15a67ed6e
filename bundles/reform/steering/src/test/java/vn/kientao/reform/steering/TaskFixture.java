package vn.kientao.reform.steering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.event.ModuleEvent;
import vn.kientao.platform.api.event.ModuleEvents;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskAction;
import vn.kientao.reform.steering.domain.task.TaskOrder;
import vn.kientao.reform.steering.domain.task.Term;
import vn.kientao.reform.steering.store.SteeringTables;

/** Tasks of a small province, given and taken on through the application itself. */
public final class TaskFixture implements ModuleEvents {
    public final Province province = new Province();
    public final RecordingAuditTrail audit = new RecordingAuditTrail();
    public final List<ModuleEvent> published = new ArrayList<>();
    public final SteeringTables tables;
    public final Tasks tasks;

    public TaskFixture(Database database, Migrations migrations) {
        tables = SteeringTables.of(migrations, FolderScripts.ofModule());
        tasks = new Tasks(database, audit, province, province, tables);
    }

    @Override
    public void publish(Handle transaction, ModuleEvent event) {
        published.add(event);
    }

    /** Who acts at an agency at eight on a day. */
    public static Tasks.Act act(String agency, String day) {
        return new Tasks.Act(
                agency,
                "officer." + agency,
                LocalDate.parse(day).atTime(8, 0),
                new AuditEntry(
                        "officer." + agency, Optional.of(agency), "steering", "steering.test", "task", "", "", ""));
    }

    public Task give(String giver, String lead, String on, String due) {
        return tasks.give(order("Nhiệm vụ của " + lead, lead, due, Set.of()), Optional.empty(), act(giver, on));
    }

    public static TaskOrder order(String title, String lead, String due, Set<String> cooperating) {
        return new TaskOrder(
                title,
                "Kế hoạch",
                "institutions",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                lead,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                "",
                Term.DATED,
                Optional.of(LocalDate.parse(due)),
                cooperating,
                Set.of(),
                Set.of());
    }

    /** The task as it is now. */
    public Task again(Task task) {
        return tasks.find(task.code()).orElseThrow().task();
    }

    /** Takes a step at the agency whose it is. */
    public Task step(Task task, TaskAction action, String on) {
        Task seen = again(task);
        String agency = tasks.find(task.code()).orElseThrow().parties().stream()
                .filter(party -> party.present() && party.part() == action.by())
                .findFirst()
                .orElseThrow()
                .agency();
        return tasks.act(
                seen,
                new Tasks.Step(action, "Ghi chú", seen.progress(), "Phòng Tổng hợp", "An", "clerk." + agency),
                act(agency, on));
    }
}
