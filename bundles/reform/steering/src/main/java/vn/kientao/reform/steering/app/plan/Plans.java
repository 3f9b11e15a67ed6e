package vn.kientao.reform.steering.app.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.notice.Notices;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.security.Colleagues;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.Happening;
import vn.kientao.reform.steering.domain.plan.ItemWords;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanAction;
import vn.kientao.reform.steering.domain.plan.PlanItem;
import vn.kientao.reform.steering.domain.plan.PlanState;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.plan.PlanItemRows;
import vn.kientao.reform.steering.store.plan.PlanRows;

/**
 * Keeps the yearly plans: written by an agency, appraised by the standing office, approved by the chairman, which makes tasks
 * of their items, published, and amended by further editions. Each step is one transaction with event, audit entry and
 * notices.
 */
@Component(service = Plans.class)
public final class Plans {
    private static final TextBundle TEXTS = TextBundle.of(Plans.class);

    private final Database database;
    private final AuditTrail audit;
    private final PlanNotices notices;
    private final PlanTasks planTasks;
    private final PlanSuccession planSuccession;
    private final PlanRows plans = new PlanRows();
    private final PlanItemRows items = new PlanItemRows();

    @Activate
    public Plans(
            @Reference Database database,
            @Reference AuditTrail audit,
            @Reference Notices notices,
            @Reference Colleagues colleagues,
            @Reference Agencies agencies,
            @Reference Tasks tasks,
            @Reference SteeringTables tables) {
        this.database = database;
        this.audit = audit;
        this.notices = new PlanNotices(notices, colleagues, agencies);
        this.planTasks = new PlanTasks(tasks);
        this.planSuccession = new PlanSuccession(agencies);
    }

    /**
     * A plan with all that belongs to it.
     *
     * @param editions of the same agency and year, the oldest first
     */
    public record View(Plan plan, List<PlanItem> items, List<Happening<String>> events, List<Plan> editions) {
        public View {
            items = List.copyOf(items);
            events = List.copyOf(events);
            editions = List.copyOf(editions);
        }

        /** Whether no later edition has been begun. */
        public boolean newest() {
            return editions.get(editions.size() - 1).id() == plan.id();
        }

        /** The edition before this one. */
        public Optional<Plan> before() {
            return editions.stream()
                    .filter(other -> other.edition() < plan.edition())
                    .max(Comparator.comparingInt(Plan::edition));
        }
    }

    /**
     * What a step says beside the state.
     *
     * @param symbol number and symbol of the decision, when it is approved
     * @param remarks by id of the item, when it is returned
     */
    public record Step(PlanAction action, String note, String symbol, Map<Long, String> remarks) {
        public Step {
            remarks = Map.copyOf(remarks);
        }
    }

    /** All editions of an agency and of those whose work it took over, the newest year and edition first. */
    public List<Plan> ofAgency(String agency) {
        return database.read(handle -> plans.ofAgencies(handle, with(agency)));
    }

    /** The agency and all whose work it took over: whose plans it may read. */
    public Set<String> with(String agency) {
        return planSuccession.with(agency);
    }

    /** The newest edition of each agency that has a plan for the year, in order of the agency's code. */
    public List<Plan> newest(int year) {
        return database.read(handle -> plans.newest(handle, year));
    }

    public Optional<View> find(long id) {
        return database.read(handle -> plans.find(handle, id).map(plan -> view(handle, plan)));
    }

    private View view(Handle handle, Plan plan) {
        return new View(
                plan,
                items.of(handle, plan.id()),
                plans.events(handle, plan.id()),
                plans.editions(handle, plan.agency(), plan.year()));
    }

    /**
     * Begins the first edition of a year, empty or with the items of the year before, whose dates are moved by a year; those of
     * the agencies whose work it took over when it had no plan itself.
     *
     * @throws PlanRefusedException when there is one, or nothing to copy
     */
    public Plan begin(int year, boolean copy, PlanDoer doer) {
        return database.write(transaction -> {
            requireNone(transaction, year, doer);
            List<Plan> last = copy ? planSuccession.newest(transaction, doer.agency(), year - 1) : List.of();
            if (copy && last.isEmpty()) {
                throw PlanRefusedException.because(TEXTS.text("plan.refused.no-last", "" + (year - 1)));
            }
            long id = begin(transaction, year, last, "BEGIN", doer);
            for (Plan plan : last) {
                items.of(transaction, plan.id())
                        .forEach(item -> items.add(
                                transaction,
                                id,
                                planSuccession
                                        .present(item.words(), doer.agency(), doer.today())
                                        .movedBy(1)));
            }
            return plans.find(transaction, id).orElseThrow();
        });
    }

    /**
     * Begins the first edition of a year with what is left to do of the plans in force of the agencies whose work it took
     * over: the items whose tasks it gives now, with these tasks. Those plans stay as they are, readable for good.
     *
     * @throws PlanRefusedException when there is one, nothing is left, or the tasks have not been handed over yet
     */
    public Plan takeOver(int year, PlanDoer doer) {
        return database.write(transaction -> {
            requireNone(transaction, year, doer);
            List<Plan> older = planSuccession.inForce(transaction, doer.agency(), year);
            Map<PlanItem, ItemWords> left = planSuccession.left(transaction, older, doer);
            long id = begin(transaction, year, older, "TAKE_OVER", doer);
            left.forEach((item, words) -> items.addAgain(transaction, id, item, words));
            return plans.find(transaction, id).orElseThrow();
        });
    }

    private void requireNone(Handle transaction, int year, PlanDoer doer) {
        if (!plans.editions(transaction, doer.agency(), year).isEmpty()) {
            throw PlanRefusedException.because(TEXTS.text("plan.refused.begun", "" + year));
        }
    }

    /** Adds an empty edition with bases and purpose of other plans. */
    private long begin(Handle transaction, int year, List<Plan> after, String event, PlanDoer doer) {
        long id = plans.add(
                transaction, doer.agency(), year, 1, joined(after, Plan::bases), joined(after, Plan::purpose));
        String from = after.stream()
                .map(Plan::agency)
                .filter(agency -> !agency.equals(doer.agency()))
                .distinct()
                .collect(Collectors.joining(", "));
        note(transaction, id, event, from, doer);
        audit.record(transaction, doer.entry("begin-plan", id, ""));
        return id;
    }

    /** The lines of all of them, each once. */
    private static String joined(List<Plan> plans, Function<Plan, String> text) {
        return plans.stream()
                .flatMap(plan -> text.apply(plan).lines())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** Writes bases and purpose. */
    public void head(Plan seen, String bases, String purpose, PlanDoer doer) {
        requireEditable(seen);
        database.write(transaction -> {
            write(transaction, with(seen, seen.state(), bases, purpose));
            audit.record(transaction, doer.entry("edit-plan", seen.id(), ""));
            return seen;
        });
    }

    /** Adds items, all or none, in the order given. */
    public void add(Plan plan, List<ItemWords> added, PlanDoer doer) {
        database.write(transaction -> {
            touch(transaction, plan);
            add(transaction, plan, added, doer);
            return plan;
        });
    }

    /** Adds items in the caller's transaction, which holds the plan. */
    void add(Handle transaction, Plan plan, List<ItemWords> added, PlanDoer doer) {
        for (ItemWords words : added) {
            items.add(transaction, plan.id(), words);
            audit.record(transaction, doer.entry("add-plan-item", plan.id(), "").changing("", ItemFacts.json(words)));
        }
    }

    /** Changes what an item says. */
    public void change(Plan plan, PlanItem seen, ItemWords words, PlanDoer doer) {
        database.write(transaction -> {
            touch(transaction, plan);
            if (!items.change(transaction, seen, words)) {
                throw overtaken(transaction, seen);
            }
            audit.record(
                    transaction,
                    doer.entry("edit-plan-item", plan.id(), "")
                            .changing(ItemFacts.changed(seen.words(), words), ItemFacts.changed(words, seen.words())));
            return plan;
        });
    }

    /** Takes an item out; its task, when it has one, ends when the amended plan is approved. */
    public void remove(Plan plan, PlanItem seen, PlanDoer doer) {
        database.write(transaction -> {
            touch(transaction, plan);
            if (!items.remove(transaction, seen)) {
                throw overtaken(transaction, seen);
            }
            audit.record(
                    transaction,
                    doer.entry("remove-plan-item", plan.id(), "").changing(ItemFacts.json(seen.words()), ""));
            return plan;
        });
    }

    private PlanRefusedException overtaken(Handle handle, PlanItem seen) {
        return PlanRefusedException.overtaken(items.find(handle, seen.plan(), seen.id())
                .map(now -> TEXTS.text("plan.refused.item", "" + seen.version(), "" + now.version()))
                .orElseGet(() -> TEXTS.text("plan.refused.item-gone", "" + seen.version())));
    }

    /** Holds the plan until the commit. */
    void touch(Handle transaction, Plan plan) {
        if (!plans.touch(transaction, plan.id())) {
            throw closed();
        }
    }

    private static void requireEditable(Plan plan) {
        if (!plan.state().editable()) {
            throw closed();
        }
    }

    private static PlanRefusedException closed() {
        return PlanRefusedException.because(TEXTS.text("plan.refused.closed"));
    }

    /**
     * Takes a step.
     *
     * @throws PlanRefusedException when it is not possible in the plan's state, or somebody changed the plan meanwhile
     */
    public void act(Plan seen, Step step, PlanDoer doer) {
        PlanAction action = step.action();
        if (!action.possible(seen.state())) {
            throw PlanRefusedException.because(TEXTS.text("plan.refused.step"));
        }
        database.write(transaction -> {
            write(transaction, after(seen, step, doer));
            List<PlanItem> now = items.of(transaction, seen.id());
            switch (action) {
                case SUBMIT -> submit(transaction, seen, now);
                case RETURN -> step.remarks().forEach((item, remark) -> items.remark(transaction, item, remark));
                case APPROVE -> approve(transaction, seen, now, doer);
                default -> {}
            }
            note(transaction, seen.id(), action.name(), step.note(), doer);
            audit.record(
                    transaction,
                    doer.entry(action.word() + "-plan", seen.id(), "").because(step.note()));
            notices.tell(transaction, seen, action, doer.today());
            return seen;
        });
    }

    private static Plan after(Plan seen, Step step, PlanDoer doer) {
        boolean approved = step.action() == PlanAction.APPROVE;
        boolean published = step.action() == PlanAction.PUBLISH;
        return new Plan(
                seen.id(),
                seen.version(),
                seen.agency(),
                seen.year(),
                seen.edition(),
                step.action().to(),
                seen.bases(),
                seen.purpose(),
                approved ? step.symbol() : seen.symbol(),
                approved ? Optional.of(doer.today()) : seen.approvedOn(),
                published ? Optional.of(doer.today()) : seen.publishedOn());
    }

    private void submit(Handle transaction, Plan plan, List<PlanItem> now) {
        if (now.isEmpty()) {
            throw PlanRefusedException.because(TEXTS.text("plan.refused.empty"));
        }
        items.clearRemarks(transaction, plan.id());
    }

    private void approve(Handle transaction, Plan plan, List<PlanItem> now, PlanDoer doer) {
        Optional<Plan> inForce = plans.editions(transaction, plan.agency(), plan.year()).stream()
                .filter(other ->
                        other.edition() < plan.edition() && other.state().inForce())
                .max(Comparator.comparingInt(Plan::edition));
        List<PlanItem> before =
                inForce.map(older -> items.of(transaction, older.id())).orElse(List.of());
        planTasks.follow(transaction, plan, before, now, doer);
        plans.replaceOlder(transaction, plan);
        inForce.ifPresent(older -> note(transaction, older.id(), "REPLACE", "", doer));
    }

    /**
     * Begins a further edition of a plan that is in force, with the same items and their tasks. The old one stays in force
     * until the new one is approved, and readable for good.
     */
    public Plan amend(Plan seen, String why, PlanDoer doer) {
        return database.write(transaction -> {
            Plan newest =
                    plans.newestOf(transaction, seen.agency(), seen.year()).orElseThrow();
            if (newest.id() != seen.id() || !newest.state().inForce()) {
                throw PlanRefusedException.because(TEXTS.text("plan.refused.amend"));
            }
            // Holds the edition, so that two people do not amend it at once.
            write(transaction, seen);
            long id = plans.add(
                    transaction, seen.agency(), seen.year(), seen.edition() + 1, seen.bases(), seen.purpose());
            items.of(transaction, seen.id()).forEach(item -> items.addAgain(transaction, id, item));
            note(transaction, id, "AMEND", why, doer);
            audit.record(transaction, doer.entry("amend-plan", id, "").because(why));
            return plans.find(transaction, id).orElseThrow();
        });
    }

    /** Urges agencies whose plan of a year is still awaited; answers with how many people were told. */
    public int urge(List<String> agencies, int year, PlanDoer doer) {
        return database.write(transaction -> {
            int told = 0;
            for (String agency : agencies) {
                told += notices.urge(transaction, agency, year);
                audit.record(
                        transaction,
                        doer.entries().of("steering.urge-plan", "agency", agency, "{\"year\":" + year + "}"));
            }
            return told;
        });
    }

    private void write(Handle transaction, Plan plan) {
        if (!plans.change(transaction, plan)) {
            LocalText sentence = plans.find(transaction, plan.id())
                    .map(now -> TEXTS.text("plan.refused.overtaken", "" + plan.version(), "" + now.version()))
                    .orElseThrow();
            throw PlanRefusedException.overtaken(sentence);
        }
    }

    private static Plan with(Plan plan, PlanState state, String bases, String purpose) {
        return new Plan(
                plan.id(),
                plan.version(),
                plan.agency(),
                plan.year(),
                plan.edition(),
                state,
                bases,
                purpose,
                plan.symbol(),
                plan.approvedOn(),
                plan.publishedOn());
    }

    void note(Handle transaction, long plan, String action, String note, PlanDoer doer) {
        plans.note(transaction, plan, new Happening<>(doer.at(), action, doer.agency(), doer.account(), note));
    }
}
