package vn.kientao.reform.steering.app.handover;

import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.handover.Holding;
import vn.kientao.reform.steering.domain.handover.Move;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.Party;
import vn.kientao.reform.steering.domain.task.Task;
import vn.kientao.reform.steering.store.handover.HandOverRows;
import vn.kientao.reform.steering.store.task.TaskParties;
import vn.kientao.reform.steering.store.task.TaskRows;

/** Moves parts of tasks within one run and one transaction; the part that ends stays as history. */
final class Handing {
    private final Handle transaction;
    private final Tasks tasks;
    private final long run;
    private final Tasks.Act act;
    private final TaskRows rows = new TaskRows();
    private final TaskParties parties = new TaskParties();
    private final HandOverRows runs = new HandOverRows();

    Handing(Handle transaction, Tasks tasks, long run, Tasks.Act act) {
        this.transaction = transaction;
        this.tasks = tasks;
        this.run = run;
        this.act = act;
    }

    /** Gives an agency's part in a task to another agency. */
    Task toAgency(Holding holding, String to) {
        Task task = rows.find(transaction, holding.task()).orElseThrow();
        Part part = holding.part();
        boolean added = !has(task, to, part);
        Move move = new Move(
                task.code(),
                task.title(),
                part,
                holding.agency(),
                to,
                added,
                task.division(),
                task.person(),
                task.account(),
                Optional.empty());
        runs.add(transaction, run, task.id(), move);
        exchange(task, part, holding.agency(), to);
        Task next = part == Part.LEAD ? task.ledBy(to) : task;
        tasks.follow(transaction, next, "HANDOVER", note(part, holding.agency(), to), act);
        return next;
    }

    /** Makes somebody else at the lead answer for a task. */
    Task toPerson(Task task, String account, String name) {
        Move move = new Move(
                task.code(),
                task.title(),
                Part.LEAD,
                task.lead(),
                task.lead(),
                false,
                task.division(),
                task.person(),
                task.account(),
                Optional.of(account));
        runs.add(transaction, run, task.id(), move);
        Task next = task.by(task.division(), name, Optional.of(account));
        tasks.follow(transaction, next, "HANDOVER", task.person() + " → " + name, act);
        return next;
    }

    /** Takes a move back when nothing else has moved it since; whether it did. */
    boolean back(Move move) {
        Task task = rows.find(transaction, move.task()).orElseThrow();
        boolean still = task.state().open() && has(task, move.to(), move.part());
        boolean leads = move.part() != Part.LEAD || task.lead().equals(move.to());
        boolean same = !move.within() || task.account().equals(move.toAccount());
        if (!still || !leads || !same) {
            return false;
        }
        if (!move.within()) {
            returned(task, move);
        }
        Task next = move.part() == Part.LEAD
                ? task.ledBy(move.from()).by(move.division(), move.person(), move.account())
                : task;
        tasks.follow(transaction, next, "HANDOVER_BACK", note(move.part(), move.to(), move.from()), act);
        return true;
    }

    private void returned(Task task, Move move) {
        if (move.added()) {
            parties.end(transaction, task.id(), move.to(), move.part(), today());
        }
        parties.add(transaction, task, new Party(move.from(), move.part(), today(), Optional.empty()));
        if (move.part() == Part.GIVE) {
            rows.givenBy(transaction, task.id(), move.from());
        }
    }

    private void exchange(Task task, Part part, String from, String to) {
        parties.end(transaction, task.id(), from, part, today());
        parties.add(transaction, task, new Party(to, part, today(), Optional.empty()));
        if (part == Part.GIVE) {
            rows.givenBy(transaction, task.id(), to);
        }
    }

    private boolean has(Task task, String agency, Part part) {
        return parties.of(transaction, task.id()).stream()
                .anyMatch(party -> party.present()
                        && party.part() == part
                        && party.agency().equals(agency));
    }

    private LocalDate today() {
        return act.at().toLocalDate();
    }

    private static String note(Part part, String from, String to) {
        return part.name() + ": " + from + " → " + to;
    }
}
