package vn.kientao.reform.steering.app.plan;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.reform.steering.app.goal.Targets;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.app.programme.Programmes.Ordered;
import vn.kientao.reform.steering.domain.goal.Target;
import vn.kientao.reform.steering.domain.plan.ItemWords;
import vn.kientao.reform.steering.domain.plan.PlanItem;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.plan.CoverageRows;
import vn.kientao.reform.steering.store.plan.PlanItemRows;

/**
 * Looks whether anybody carries out in a year what the documents order and what the programme wants to reach: a clause is
 * covered by a line of a plan in force or by a task of the year, a target that is still ahead by a line of a plan in force.
 * What has ended by the end of the year is not asked for.
 */
@Component(service = Coverage.class)
public final class Coverage {
    private final Database database;
    private final Programmes programmes;
    private final Targets targets;
    private final PlanItemRows items = new PlanItemRows();
    private final CoverageRows rows = new CoverageRows();

    @Activate
    public Coverage(
            @Reference Database database,
            @Reference Programmes programmes,
            @Reference Targets targets,
            @Reference SteeringTables tables) {
        this.database = database;
        this.programmes = programmes;
        this.targets = targets;
    }

    /**
     * @param plans how many lines of plans in force carry it out
     * @param tasks how many tasks of the year do
     */
    public record ClauseLine(Ordered ordered, long plans, long tasks) {
        public boolean gap() {
            return plans == 0 && tasks == 0;
        }
    }

    /** @param plans how many lines of plans in force serve it */
    public record TargetLine(Target target, long plans) {
        public boolean gap() {
            return plans == 0;
        }
    }

    /** What is covered in a year, and what is not. */
    public record Result(int year, List<ClauseLine> clauses, List<TargetLine> targets) {
        public Result {
            clauses = List.copyOf(clauses);
            targets = List.copyOf(targets);
        }

        public long gaps() {
            return clauses.stream().filter(ClauseLine::gap).count()
                    + targets.stream().filter(TargetLine::gap).count();
        }
    }

    public Result of(int year) {
        List<PlanItem> inForce = once(database.read(handle -> items.inForce(handle, year)));
        Map<Long, Long> tasks = database.read(handle -> rows.tasksByClause(handle, year));
        LocalDate end = LocalDate.of(year, 12, 31);
        Map<Long, Long> byClause = count(inForce, ItemWords::clause);
        Map<Long, Long> byTarget = count(inForce, ItemWords::target);
        return new Result(
                year,
                programmes.clauses().stream()
                        .filter(one -> !one.endedBy(end))
                        .map(one -> new ClauseLine(
                                one,
                                byClause.getOrDefault(one.clause().id(), 0L),
                                tasks.getOrDefault(one.clause().id(), 0L)))
                        .toList(),
                targets.on(end).stream()
                        .filter(target -> target.ahead(year).isPresent())
                        .map(target -> new TargetLine(target, byTarget.getOrDefault(target.id(), 0L)))
                        .toList());
    }

    /** A line that an agency took over with its task stands in the plans of both. */
    private static List<PlanItem> once(List<PlanItem> items) {
        Map<Long, PlanItem> byKey = new LinkedHashMap<>();
        items.forEach(item -> byKey.put(item.key(), item));
        return List.copyOf(byKey.values());
    }

    private static Map<Long, Long> count(List<PlanItem> items, Function<ItemWords, Optional<Long>> of) {
        return items.stream()
                .flatMap(item -> of.apply(item.words()).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
