package vn.kientao.reform.steering.app.issue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.notice.Notice;
import vn.kientao.platform.api.notice.Notices;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.app.AuditEntries;
import vn.kientao.reform.steering.app.Predecessors;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.issue.Issue;
import vn.kientao.reform.steering.domain.issue.IssueState;
import vn.kientao.reform.steering.domain.task.TaskOrder;
import vn.kientao.reform.steering.store.Series;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.issue.IssueRows;

/** Puts matters before the chairman and keeps what was decided and what came of it, with audit entry and notice. */
@Component(service = Issues.class)
public final class Issues {
    private static final TextBundle TEXTS = TextBundle.of(Issues.class);

    private final Database database;
    private final AuditTrail audit;
    private final Notices notices;
    private final Tasks tasks;
    private final Predecessors predecessors;
    private final Series series = new Series();
    private final IssueRows rows = new IssueRows();

    @Activate
    public Issues(
            @Reference Database database,
            @Reference AuditTrail audit,
            @Reference Notices notices,
            @Reference Agencies agencies,
            @Reference Tasks tasks,
            @Reference SteeringTables tables) {
        this.database = database;
        this.audit = audit;
        this.notices = notices;
        this.tasks = tasks;
        this.predecessors = new Predecessors(agencies);
    }

    /** What is put before the chairman. */
    public record Raised(String title, String content, String area) {}

    /** The agency and all whose work it took over. */
    public Set<String> with(String agency) {
        return predecessors.with(agency);
    }

    public Optional<Issue> find(String code) {
        return database.read(handle -> rows.find(handle, code));
    }

    /** A page of those of some agencies, of all when none is given, the newest on top. */
    public List<Issue> page(Set<String> agencies, Optional<IssueState> state, long before, int most) {
        return database.read(handle -> rows.page(handle, agencies, state, before, most));
    }

    /** Raises a matter and answers with it; a repetition with the same key answers with the first. */
    public Issue raise(Raised raised, Optional<String> onceKey, Tasks.Act act) {
        return database.write(transaction -> onceKey.flatMap(key -> rows.made(transaction, act.agency(), key))
                .orElseGet(() -> raise(transaction, raised, onceKey, act)));
    }

    private Issue raise(Handle transaction, Raised raised, Optional<String> onceKey, Tasks.Act act) {
        String name = act.agency() + "-VD-" + act.at().getYear();
        String code = String.format(Locale.ROOT, "%s-%04d", name, series.next(transaction, "issue " + name));
        Issue issue = new Issue(
                0,
                1,
                code,
                act.agency(),
                raised.title(),
                raised.content(),
                raised.area(),
                act.at(),
                act.account(),
                IssueState.RAISED,
                "",
                Optional.empty(),
                "",
                "",
                "");
        rows.add(transaction, issue, onceKey);
        audit.record(transaction, AuditEntries.about(act.entry(), code, ""));
        return rows.find(transaction, code).orElseThrow();
    }

    /**
     * Keeps the decision, gives the task that comes with it, and tells who raised the matter.
     *
     * @throws StaleRecordException when somebody changed it meanwhile
     * @throws IllegalStateException when it is decided already
     */
    public Issue decide(Issue seen, String decision, Optional<TaskOrder> order, Tasks.Act act) {
        expect(seen, IssueState.RAISED);
        return database.write(transaction -> {
            String task = order.map(one ->
                            tasks.give(transaction, one, "", act.giving()).code())
                    .orElse("");
            Issue next = seen.decided(decision, act.at(), act.account(), task);
            write(transaction, next, act);
            notices.tell(
                    transaction,
                    new Notice(
                            seen.raisedBy(),
                            "steering.issue",
                            TEXTS.text("issue.notice.decided", seen.code()),
                            "/" + seen.agency() + "/steering/issues/" + seen.code()));
            return next;
        });
    }

    /**
     * Says what came of it.
     *
     * @throws StaleRecordException when somebody changed it meanwhile
     * @throws IllegalStateException when nothing was decided yet, or it is closed
     */
    public Issue close(Issue seen, String outcome, Tasks.Act act) {
        expect(seen, IssueState.DECIDED);
        return database.write(transaction -> {
            Issue next = seen.closed(outcome);
            write(transaction, next, act);
            return next;
        });
    }

    private static void expect(Issue seen, IssueState state) {
        if (seen.state() != state) {
            throw new IllegalStateException("issue " + seen.code() + " is " + seen.state() + ", not " + state);
        }
    }

    private void write(Handle transaction, Issue next, Tasks.Act act) {
        if (!rows.change(transaction, next)) {
            throw new StaleRecordException("issue " + next.code(), next.version());
        }
        String detail = "{\"state\":\"" + next.state() + "\",\"task\":\"" + next.task() + "\"}";
        audit.record(transaction, AuditEntries.about(act.entry(), next.code(), detail));
    }
}
