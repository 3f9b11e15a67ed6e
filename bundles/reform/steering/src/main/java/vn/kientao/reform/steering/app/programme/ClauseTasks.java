package vn.kientao.reform.steering.app.programme;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.programme.Clause;
import vn.kientao.reform.steering.domain.programme.Document;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.domain.task.TaskOrder;
import vn.kientao.reform.steering.domain.task.Term;

/** Gives the tasks of a document clause by clause, all in one transaction: all are given, or none (D3, D4, D7). */
@Component(service = ClauseTasks.class)
public final class ClauseTasks {
    private final Database database;
    private final Programmes programmes;
    private final Tasks tasks;

    @Activate
    public ClauseTasks(@Reference Database database, @Reference Programmes programmes, @Reference Tasks tasks) {
        this.database = database;
        this.programmes = programmes;
        this.tasks = tasks;
    }

    /** A clause and the agency that is to lead its task. */
    public record Choice(Clause clause, String lead) {}

    /**
     * The clauses of a document that nobody has a task for, each with the agency that it names or that leads its area, as it is
     * today; without one where the register knows none.
     */
    public List<Choice> proposed(Programmes.Course course, LocalDate today) {
        return course.open().stream()
                .map(clause -> new Choice(
                        clause,
                        programmes
                                .lead(clause.lead(), clause.area(), today)
                                .map(Agency::code)
                                .orElse("")))
                .toList();
    }

    /**
     * Gives a task for each choice.
     *
     * @param due by when; empty leaves it to the clause, and a clause without a term makes a regular task
     * @param together whether the other leads among the choices co-operate in each
     * @param onceKey a repetition with the same key gives nothing more
     */
    public List<Task> give(
            Document document,
            List<Choice> choices,
            Optional<LocalDate> due,
            boolean together,
            String onceKey,
            Tasks.Act act) {
        Set<String> leads = new HashSet<>();
        choices.forEach(choice -> leads.add(choice.lead()));
        return database.write(transaction -> {
            List<Task> given = new ArrayList<>();
            for (Choice choice : choices) {
                Set<String> others = new HashSet<>(together ? leads : Set.of());
                others.addAll(
                        programmes.today(choice.clause().cooperating(), act.at().toLocalDate()));
                others.remove(choice.lead());
                String key = onceKey + " " + choice.clause().code();
                given.add(tasks.give(
                        transaction,
                        order(
                                document,
                                choice,
                                due.or(() -> term(choice.clause(), act.at().toLocalDate())),
                                others),
                        key,
                        act));
            }
            return given;
        });
    }

    /** The term that a clause sets, while it is still to come. */
    private static Optional<LocalDate> term(Clause clause, LocalDate today) {
        return clause.due().filter(day -> !day.isBefore(today));
    }

    private static TaskOrder order(Document document, Choice choice, Optional<LocalDate> due, Set<String> cooperating) {
        Clause clause = choice.clause();
        return new TaskOrder(
                clause.summary().vi(),
                "",
                clause.area(),
                Optional.of(document.id()),
                Optional.of(clause.id()),
                Optional.empty(),
                choice.lead(),
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                "",
                due.isPresent() ? Term.DATED : Term.REGULAR,
                due,
                cooperating,
                Set.of(),
                Set.of());
    }
}
