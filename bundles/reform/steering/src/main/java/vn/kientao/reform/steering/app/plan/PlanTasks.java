package vn.kientao.reform.steering.app.plan;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.plan.ItemWords;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanItem;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.Party;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskAction;
import vn.kientao.reform.steering.domain.task.TaskOrder;
import vn.kientao.reform.steering.domain.task.TaskState;
import vn.kientao.reform.steering.domain.task.Term;
import vn.kientao.reform.steering.store.plan.PlanItemRows;
import vn.kientao.reform.steering.store.programme.ProgrammeRows;
import vn.kientao.reform.steering.store.task.TaskParties;
import vn.kientao.reform.steering.store.task.TaskRows;

/**
 * Makes tasks of the items of a plan that is approved. The agency whose plan it is gives them, also those that it does
 * itself: it confirms their results, and its head answers for them (D2.1). An item of an amended plan keeps its task; only
 * when another agency is to lead, the old task is cancelled and a new one given, so that each lead's record stays its own.
 */
final class PlanTasks {
    private static final TextBundle TEXTS = TextBundle.of(PlanTasks.class);

    private final Tasks tasks;
    private final TaskRows rows = new TaskRows();
    private final TaskParties parties = new TaskParties();
    private final PlanItemRows items = new PlanItemRows();
    private final ProgrammeRows programme = new ProgrammeRows();

    PlanTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Gives, changes and cancels tasks, so that they are what {@code now} says; {@code before} is the edition in force until then. */
    void follow(Handle transaction, Plan plan, List<PlanItem> before, List<PlanItem> now, PlanDoer doer) {
        Map<Long, PlanItem> older = before.stream().collect(Collectors.toMap(PlanItem::key, Function.identity()));
        for (PlanItem item : now) {
            Optional<Task> task = item.task().flatMap(id -> rows.find(transaction, id));
            Optional<ItemWords> was =
                    Optional.ofNullable(older.remove(item.key())).map(PlanItem::words);
            if (task.isEmpty()) {
                give(transaction, plan, item, doer);
            } else if (was.isEmpty() || !was.get().equals(item.words())) {
                change(transaction, plan, item, task.get(), doer);
            }
        }
        older.values()
                .forEach(dropped -> dropped.task()
                        .flatMap(id -> rows.find(transaction, id))
                        .ifPresent(task -> cancel(transaction, plan, task, doer)));
    }

    private void give(Handle transaction, Plan plan, PlanItem item, PlanDoer doer) {
        Tasks.Act act = doer.giving(plan.agency(), "give-task");
        Task given = tasks.give(transaction, order(transaction, item.words()), onceKey(plan, item), act);
        items.tie(transaction, item.id(), given.id());
    }

    private static String onceKey(Plan plan, PlanItem item) {
        return "plan " + plan.id() + " item " + item.id();
    }

    private TaskOrder order(Handle transaction, ItemWords words) {
        return new TaskOrder(
                words.title(),
                words.product(),
                words.area(),
                words.clause().flatMap(id -> programme.clause(transaction, id)).map(clause -> clause.document()),
                words.clause(),
                Optional.empty(),
                words.lead(),
                words.division(),
                words.person(),
                Optional.empty(),
                words.budget(),
                words.budgetSource(),
                words.due().isPresent() ? Term.DATED : Term.REGULAR,
                words.due(),
                helpers(words),
                Set.of(),
                Set.of());
    }

    private void change(Handle transaction, Plan plan, PlanItem item, Task task, PlanDoer doer) {
        ItemWords words = item.words();
        if (!task.state().open()) {
            return;
        }
        boolean sameTerm = words.due().isPresent() == task.due().isPresent();
        if (!task.lead().equals(words.lead()) || !sameTerm) {
            cancel(transaction, plan, task, doer);
            give(transaction, plan, item, doer);
            return;
        }
        followHelpers(transaction, task, words, doer);
        items.reword(transaction, task.id(), words, Folding.fold(task.code() + " " + words.title()));
        Task next = task.account().isPresent() ? task : task.by(words.division(), words.person(), Optional.empty());
        tasks.follow(
                transaction,
                words.due().map(next::until).orElse(next),
                "AMEND",
                TEXTS.text("plan.task.amended", "" + plan.edition(), "" + plan.year())
                        .vi(),
                doer.giving(plan.agency(), "amend-task"));
    }

    private void followHelpers(Handle transaction, Task task, ItemWords words, PlanDoer doer) {
        Set<String> wanted = helpers(words);
        Set<String> present = parties.of(transaction, task.id()).stream()
                .filter(party -> party.present() && party.part() == Part.COOPERATE)
                .map(Party::agency)
                .collect(Collectors.toSet());
        present.stream()
                .filter(agency -> !wanted.contains(agency))
                .forEach(agency -> parties.end(transaction, task.id(), agency, Part.COOPERATE, doer.today()));
        wanted.stream()
                .filter(agency -> !present.contains(agency))
                .forEach(agency -> parties.add(
                        transaction, task, new Party(agency, Part.COOPERATE, doer.today(), Optional.empty())));
    }

    private static Set<String> helpers(ItemWords words) {
        Set<String> helpers = new LinkedHashSet<>(words.cooperating());
        helpers.remove(words.lead());
        return helpers;
    }

    private void cancel(Handle transaction, Plan plan, Task task, PlanDoer doer) {
        if (task.state().open()) {
            tasks.follow(
                    transaction,
                    task.in(TaskState.CANCELLED, task.progress(), task.reportedOn(), task.doneOn(), task.result()),
                    TaskAction.CANCEL.name(),
                    TEXTS.text("plan.task.dropped", "" + plan.edition(), "" + plan.year())
                            .vi(),
                    doer.giving(plan.agency(), "cancel-task"));
        }
    }
}
