package vn.kientao.reform.steering.app.discipline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.steering.app.AuditEntries;
import vn.kientao.reform.steering.app.InAgency;
import vn.kientao.reform.steering.app.Predecessors;
import vn.kientao.reform.steering.app.Successors;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.discipline.Accountability;
import vn.kientao.reform.steering.domain.discipline.Breach;
import vn.kientao.reform.steering.domain.discipline.BreachAction;
import vn.kientao.reform.steering.domain.discipline.BreachEvent;
import vn.kientao.reform.steering.domain.discipline.BreachFilter;
import vn.kientao.reform.steering.domain.discipline.BreachState;
import vn.kientao.reform.steering.domain.discipline.LateTask;
import vn.kientao.reform.steering.domain.discipline.NewBreach;
import vn.kientao.reform.steering.domain.report.Fact;
import vn.kientao.reform.steering.domain.report.FactKind;
import vn.kientao.reform.steering.store.Series;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.discipline.AccountabilityRows;
import vn.kientao.reform.steering.store.discipline.BreachRows;
import vn.kientao.reform.steering.store.report.FactRows;

/**
 * The register of late or missed duties (D2.4), and what heads answer for (D2.1). Late tasks are only proposed; a person
 * confirms each.
 */
@Component(service = Discipline.class)
public final class Discipline {
    /** Late tasks that are proposed at once. */
    public static final int PROPOSED = 100;

    private final Database database;
    private final AuditTrail audit;
    private final Successors successors;
    private final Predecessors predecessors;
    private final Series series = new Series();
    private final BreachRows rows = new BreachRows();
    private final AccountabilityRows accountability = new AccountabilityRows();
    private final FactRows facts = new FactRows();

    @Activate
    public Discipline(
            @Reference Database database,
            @Reference AuditTrail audit,
            @Reference Agencies agencies,
            @Reference SteeringTables tables) {
        this.database = database;
        this.audit = audit;
        this.successors = new Successors(agencies);
        this.predecessors = new Predecessors(agencies);
    }

    /** A breach with its events. */
    public record View(Breach breach, List<BreachEvent> events) {
        public View {
            events = List.copyOf(events);
        }
    }

    /** A step, already checked. */
    public record Step(BreachAction action, String note, Breach.Outcome outcome) {}

    /** A page of the list, the newest first; of an agency with those of the agencies whose work it took over. */
    public List<Breach> page(BreachFilter filter, long before, int most) {
        if (filter.agency().isEmpty()) {
            return database.read(handle -> rows.page(handle, filter, before, most));
        }
        return predecessors.with(filter.agency().get()).stream()
                .map(filter::of)
                .flatMap(one -> InAgency.of(
                        one.agency().orElseThrow(), () -> database.read(handle -> rows.page(handle, one, before, most)))
                        .stream())
                .sorted(Comparator.comparingLong(Breach::id).reversed())
                .limit(most)
                .toList();
    }

    /** The record of an agency by its code, or of one whose work that took over. */
    public Optional<View> find(String agency, String code) {
        return predecessors.with(agency).stream()
                .flatMap(one ->
                        InAgency.of(one, () -> find(code))
                                .filter(view -> view.breach().what().agency().equals(one))
                                .stream())
                .findFirst();
    }

    /** Any record that this person's circumstances show. */
    public Optional<View> find(String code) {
        return database.read(handle ->
                rows.find(handle, code).map(breach -> new View(breach, rows.events(handle, breach.id()))));
    }

    /** Late tasks of an agency of which nothing is recorded, the oldest first. */
    public List<LateTask> proposals(String agency, LocalDate today) {
        return database.read(handle -> rows.lateTasks(handle, predecessors.with(agency), today, PROPOSED));
    }

    /** Records a breach and answers with it; a repetition with the same key records nothing and answers with the first. */
    public Breach record(NewBreach what, Optional<String> onceKey, Tasks.Act act) {
        return database.write(transaction -> onceKey.flatMap(key -> rows.made(transaction, what.agency(), key))
                .orElseGet(() -> record(transaction, what, onceKey.orElse(""), act)));
    }

    private Breach record(Handle transaction, NewBreach what, String onceKey, Tasks.Act act) {
        String name = what.agency() + "-KL-" + act.at().getYear();
        String code = String.format(Locale.ROOT, "%s-%04d", name, series.next(transaction, "breach " + name));
        rows.add(
                transaction,
                new Breach(0, 1, code, what, "", BreachState.RECORDED, Breach.Outcome.NONE, act.at(), act.account()),
                onceKey);
        Breach breach = rows.find(transaction, code).orElseThrow();
        happened(transaction, breach, BreachAction.RECORD, "", act);
        return breach;
    }

    /**
     * Takes a step.
     *
     * @throws StaleRecordException when somebody changed it meanwhile
     * @throws IllegalStateException when the step is not possible in its state
     */
    public Breach act(Breach seen, Step step, Tasks.Act act) {
        if (!step.action().possible(seen.state())) {
            throw new IllegalStateException(step.action() + " of a breach that is " + seen.state());
        }
        return InAgency.of(
                seen.what().agency(),
                () -> database.write(transaction -> {
                    Breach next = switch (step.action()) {
                        case RECORD -> seen;
                        case ASK -> seen.in(BreachState.ASKED);
                        case EXPLAIN -> seen.explained(step.note());
                        case CLOSE -> seen.closed(step.outcome());
                    };
                    if (!rows.change(transaction, next)) {
                        throw new StaleRecordException("breach " + seen.code(), seen.version());
                    }
                    happened(transaction, next, step.action(), step.note(), act);
                    return next;
                }));
    }

    /** The audit entry names no person and says nothing of what was said. */
    private void happened(Handle transaction, Breach breach, BreachAction action, String note, Tasks.Act act) {
        rows.add(transaction, breach.id(), new BreachEvent(act.at(), action, act.account(), note));
        String detail = "{\"state\":\"" + breach.state() + "\",\"followed\":\""
                + breach.outcome().followed() + "\"}";
        audit.record(transaction, AuditEntries.about(act.entry(), breach.code(), detail));
    }

    /** The agency and all whose work it took over. */
    public Set<String> with(String agency) {
        return predecessors.with(agency);
    }

    /**
     * What the head of an agency answers for in a period, tasks as they stand now; behind it, each in a line of its own, what
     * stayed with the agencies whose work it took over.
     */
    public List<Accountability> of(String agency, Period period, LocalDateTime now) {
        Map<String, Accountability> found = new TreeMap<>();
        for (String one : predecessors.with(agency)) {
            found.putAll(InAgency.of(
                    one, () -> database.read(handle -> accountability.of(handle, Set.of(one), period, now))));
        }
        Accountability own = Optional.ofNullable(found.remove(agency)).orElse(Accountability.none(agency));
        List<Accountability> lines = new ArrayList<>();
        for (Accountability one : found.values()) {
            own = own.takingOver(one);
            lines.add(one.left());
        }
        lines.removeIf(Accountability::clear);
        lines.add(0, own);
        return lines;
    }

    /** The same of every agency of the province that has something to answer for, by code. */
    public List<Accountability> all(Period period, LocalDateTime now) {
        Map<String, Accountability> found = new TreeMap<>();
        database.read(handle -> accountability.of(handle, Set.of(), period, now))
                .values()
                .forEach(one -> {
                    String today = successors
                            .only(one.agency(), now.toLocalDate())
                            .map(Agency::code)
                            .orElse(one.agency());
                    if (today.equals(one.agency())) {
                        found.merge(today, one, (moved, own) -> own.takingOver(moved));
                    } else {
                        found.put(one.agency(), one.left());
                        found.merge(
                                today,
                                Accountability.none(today).takingOver(one),
                                (present, moved) -> present.takingOver(moved));
                    }
                });
        return found.values().stream()
                .filter(one -> !one.clear() || !one.facts().isEmpty())
                .toList();
    }

    /** The records behind a number of an agency, with larger ids than {@code after}. */
    public List<Fact> facts(String agency, FactKind kind, Period period, long after, int most) {
        Set<String> whose = predecessors.with(agency);
        return database.read(handle -> facts.page(handle, kind, "", whose, period, after, most));
    }
}
