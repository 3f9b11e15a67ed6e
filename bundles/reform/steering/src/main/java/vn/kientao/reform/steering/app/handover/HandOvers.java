package vn.kientao.reform.steering.app.handover;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.reform.steering.app.Successors;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.handover.HandOverKind;
import vn.kientao.reform.steering.domain.handover.Holding;
import vn.kientao.reform.steering.domain.handover.Move;
import vn.kientao.reform.steering.domain.handover.Run;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.store.handover.HandOverRows;
import vn.kientao.reform.steering.store.handover.Holdings;
import vn.kientao.reform.steering.store.task.TaskRows;

/**
 * Hand-overs: the open tasks of agencies that have ended follow to their only successor, a task goes to another lead, the
 * open tasks of somebody who leaves go to a colleague. Each is a run that can be read and taken back; running the same again
 * moves nothing.
 */
@Component(service = HandOvers.class)
public final class HandOvers {
    private static final int MOST_RUNS = 20;

    private final Database database;
    private final Tasks tasks;
    private final Agencies agencies;
    private final Successors successors;
    private final HandOverRows runs = new HandOverRows();
    private final Holdings holdings = new Holdings();
    private final TaskRows rows = new TaskRows();

    @Activate
    public HandOvers(@Reference Database database, @Reference Tasks tasks, @Reference Agencies agencies) {
        this.database = database;
        this.tasks = tasks;
        this.agencies = agencies;
        this.successors = new Successors(agencies);
    }

    /** What agencies that no longer exist on a day still have to do, and who could take it over: the dry run. */
    public List<Holding> ended(LocalDate day) {
        return database.read(handle -> ended(handle, day));
    }

    private List<Holding> ended(Handle handle, LocalDate day) {
        List<Holding> found = new ArrayList<>();
        for (String code : holdings.agencies(handle)) {
            if (agencies.find(code).filter(agency -> agency.existsOn(day)).isEmpty()) {
                found.addAll(holdings.of(handle, code, successors.codes(code, day)));
            }
        }
        return found;
    }

    /** Moves all for which it is clear who takes over; what is not stays. Empty when there is nothing to move. */
    public Optional<Long> merge(String reason, Tasks.Act act) {
        return database.write(transaction -> {
            List<Holding> clear = ended(transaction, act.at().toLocalDate()).stream()
                    .filter(Holding::clear)
                    .toList();
            return clear.isEmpty()
                    ? Optional.<Long>empty()
                    : Optional.of(move(transaction, HandOverKind.MERGER, clear, reason, act));
        });
    }

    /**
     * Moves one part for which it was not clear, to one of the agencies that exist.
     *
     * @throws StaleRecordException when the agency has that part no longer
     */
    public long decide(String task, Part part, String from, String to, String reason, Tasks.Act act) {
        return database.write(transaction -> {
            Holding holding = ended(transaction, act.at().toLocalDate()).stream()
                    .filter(one -> one.task().equals(task)
                            && one.part() == part
                            && one.agency().equals(from))
                    .findFirst()
                    .orElseThrow(() -> new StaleRecordException("part " + part + " of " + from + " in " + task, 0));
            Holding decided = new Holding(holding.task(), holding.title(), part, from, Set.of(to));
            return move(transaction, HandOverKind.MERGER, List.of(decided), reason, act);
        });
    }

    /** Makes another agency lead a task. */
    public long toAgency(Task seen, String to, String reason, Tasks.Act act) {
        return database.write(transaction -> {
            Task present = rows.find(transaction, seen.id()).orElseThrow();
            if (present.version() != seen.version()) {
                throw new StaleRecordException("task " + seen.code(), seen.version());
            }
            Holding holding = new Holding(seen.code(), seen.title(), Part.LEAD, seen.lead(), Set.of(to));
            return move(transaction, HandOverKind.AGENCY, List.of(holding), reason, act);
        });
    }

    private long move(Handle transaction, HandOverKind kind, List<Holding> clear, String reason, Tasks.Act act) {
        long run = runs.begin(transaction, kind, act.agency(), act.at(), act.account(), reason);
        Handing handing = new Handing(transaction, tasks, run, act);
        for (Holding holding : clear) {
            Task next =
                    handing.toAgency(holding, holding.successors().iterator().next());
            if (holding.part() == Part.LEAD) {
                tasks.tellLead(transaction, next, "task.notice.handover");
            }
        }
        return run;
    }

    /** The open tasks for which somebody answers at an agency, most urgent first. */
    public List<Task> ofPerson(String account, String agency) {
        return database.read(handle -> ofPerson(handle, account, agency));
    }

    private List<Task> ofPerson(Handle handle, String account, String agency) {
        return holdings.ofPerson(handle, account, agency).stream()
                .map(code -> rows.find(handle, code).orElseThrow())
                .toList();
    }

    /** Gives all open tasks of somebody to a colleague; empty when there is none. */
    public Optional<Long> toPerson(String from, String to, String toName, String reason, Tasks.Act act) {
        return database.write(transaction -> {
            List<Task> open = ofPerson(transaction, from, act.agency());
            if (open.isEmpty()) {
                return Optional.<Long>empty();
            }
            long run = runs.begin(transaction, HandOverKind.PERSON, act.agency(), act.at(), act.account(), reason);
            Handing handing = new Handing(transaction, tasks, run, act);
            for (Task task : open) {
                tasks.tellLead(transaction, handing.toPerson(task, to, toName), "task.notice.assign");
            }
            return Optional.of(run);
        });
    }

    /** The newest runs of an agency. */
    public List<Run> runs(String agency) {
        return database.read(handle -> runs.runs(handle, agency, MOST_RUNS));
    }

    public Optional<Run> find(String agency, long id) {
        return database.read(handle -> runs.find(handle, agency, id));
    }

    public List<Move> moves(Run run) {
        return database.read(handle -> runs.moves(handle, run.id()));
    }

    /**
     * Takes a run back as far as nobody has moved its tasks on since, and answers with how many moves that was.
     *
     * @throws StaleRecordException when it was taken back before
     */
    public int undo(Run run, Tasks.Act act) {
        return database.write(transaction -> {
            Handing handing = new Handing(transaction, tasks, run.id(), act);
            int undone = 0;
            for (Move move : runs.moves(transaction, run.id())) {
                undone += handing.back(move) ? 1 : 0;
            }
            if (!runs.undo(transaction, run.id(), undone, act.at(), act.account())) {
                throw new StaleRecordException("hand-over " + run.id(), 0);
            }
            return undone;
        });
    }
}
