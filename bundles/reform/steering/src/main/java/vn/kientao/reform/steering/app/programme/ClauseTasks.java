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
import vn.kientao.reform.steering.domain.programme.Area;
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
     * The clauses of a document that nobody has a task for, each with the agency that leads its area today; without one where
     * the register knows none.
     */
    public List<Choice> proposed(Programmes.Course course, LocalDate today) {
        List<Area> areas = programmes.areas(today);
        return course.open().stream()
                .map(clause -> new Choice(clause, lead(areas, clause, today)))
                .toList();
    }

    private String lead(List<Area> areas, Clause clause, LocalDate today) {
        return areas.stream()
                .filter(area -> area.code().equals(clause.area()))
                .findFirst()
                .flatMap(area -> programmes.lead(area, today))
                .map(Agency::code)
                .orElse("");
    }

    /**
     * Gives a task for each choice.
     *
     * @param due by when; empty for regular tasks
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
                others.remove(choice.lead());
                String key = onceKey + " " + choice.clause().code();
                given.add(tasks.give(transaction, order(document, choice, due, others), key, act));
            }
            return given;
        });
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
