package vn.kientao.reform.steering.app.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.reform.steering.domain.plan.OpenItem;
import vn.kientao.reform.steering.domain.plan.OpenPlan;
import vn.kientao.reform.steering.domain.plan.OpenPlanFilter;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanItem;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.plan.OpenPlanRows;
import vn.kientao.reform.steering.store.plan.PlanItemRows;
import vn.kientao.reform.steering.store.task.TaskRows;

/** Looks up what everybody may read of plans. What leaves it names no person. */
@Component(service = OpenPlans.class)
public final class OpenPlans {
    private final Database database;
    private final OpenPlanRows plans = new OpenPlanRows();
    private final PlanItemRows items = new PlanItemRows();
    private final TaskRows tasks = new TaskRows();

    @Activate
    public OpenPlans(@Reference Database database, @Reference SteeringTables tables) {
        this.database = database;
    }

    /**
     * A published edition.
     *
     * @param editions that were published of the same agency and year, the oldest first
     */
    public record View(Plan plan, List<OpenItem> items, List<Plan> editions) {
        public View {
            items = List.copyOf(items);
            editions = List.copyOf(editions);
        }

        /** How far it has come. */
        public OpenPlan counted() {
            return new OpenPlan(
                    plan,
                    items.size(),
                    items.stream().filter(OpenItem::done).count(),
                    items.stream().filter(OpenItem::overdue).count());
        }

        /** Whether it is the last edition that was published. */
        public boolean last() {
            return editions.get(editions.size() - 1).id() == plan.id();
        }
    }

    /** What the filters of the list offer. */
    public record Choices(List<Integer> years, List<String> agencies) {
        public Choices {
            years = List.copyOf(years);
            agencies = List.copyOf(agencies);
        }
    }

    public Choices choices() {
        return database.read(handle -> new Choices(plans.years(handle), plans.agencies(handle)));
    }

    public List<OpenPlan> page(OpenPlanFilter filter, Optional<OpenPlan.Key> after, int most, LocalDate today) {
        return database.read(handle -> plans.page(handle, filter, after, most, today));
    }

    public Optional<View> find(long id, LocalDate today) {
        return database.read(handle -> plans.find(handle, id).map(plan -> view(handle, plan, today)));
    }

    private View view(Handle handle, Plan plan, LocalDate today) {
        List<PlanItem> lines = items.of(handle, plan.id());
        Map<Long, Task> known = tasks.of(
                handle, lines.stream().flatMap(item -> item.task().stream()).toList());
        return new View(
                plan,
                lines.stream().map(item -> open(item, known, today)).toList(),
                plans.editions(handle, plan.agency(), plan.year()));
    }

    private static OpenItem open(PlanItem item, Map<Long, Task> tasks, LocalDate today) {
        Optional<Task> task = item.task().map(tasks::get);
        return new OpenItem(
                item.words(),
                task.map(one -> one.standing(today)),
                task.map(Task::progress).orElse(0));
    }
}
