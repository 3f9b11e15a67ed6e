package vn.kientao.reform.steering.app.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.reform.steering.app.Predecessors;
import vn.kientao.reform.steering.domain.Happening;
import vn.kientao.reform.steering.domain.file.FileOwner;
import vn.kientao.reform.steering.domain.inspection.Finding;
import vn.kientao.reform.steering.domain.inspection.InspectionPlan;
import vn.kientao.reform.steering.domain.inspection.Visit;
import vn.kientao.reform.steering.domain.inspection.VisitAction;
import vn.kientao.reform.steering.domain.inspection.VisitFilter;
import vn.kientao.reform.steering.domain.inspection.VisitState;
import vn.kientao.reform.steering.domain.setting.SettingName;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.inspection.FindingRows;
import vn.kientao.reform.steering.store.inspection.PlanRows;
import vn.kientao.reform.steering.store.inspection.VisitRows;
import vn.kientao.reform.steering.store.setting.Settings;

/** Looks inspections up: the plan of a year with what it covers, a visit, lists, counts. */
@Component(service = Inspections.class)
public final class Inspections {
    /** Setting: percent of the agencies that should be visited in a year. */
    private static final int HUNDRED = 100;

    private final Database database;
    private final Agencies agencies;
    private final Predecessors predecessors;
    private final PlanRows plans = new PlanRows();
    private final VisitRows visits = new VisitRows();
    private final FindingRows findings = new FindingRows();
    private final Settings settings = new Settings();

    @Activate
    public Inspections(@Reference Database database, @Reference Agencies agencies, @Reference SteeringTables tables) {
        this.database = database;
        this.agencies = agencies;
        this.predecessors = new Predecessors(agencies);
    }

    /**
     * A visit with all that belongs to it, as an agency sees it.
     *
     * @param inspector whether the agency, or one whose work it took over, inspects
     * @param unit whether it is the one visited
     */
    public record View(
            Visit visit, List<Finding> findings, List<Happening<VisitAction>> events, boolean inspector, boolean unit) {
        public View {
            findings = List.copyOf(findings);
            events = List.copyOf(events);
        }

        public boolean concerns() {
            return inspector || unit;
        }

        /** What the agency may see: the unit nothing of the findings before the notice. */
        public List<Finding> shown() {
            boolean hidden = !inspector && unit && visit.state() == VisitState.VISITED;
            return hidden ? List.of() : findings;
        }

        /** Whether a step is this agency's now. */
        public boolean may(VisitAction action) {
            boolean own = action.by() == VisitAction.Side.INSPECTOR ? inspector : unit;
            return own && action.possible(visit.state());
        }

        public FileOwner owner() {
            return new FileOwner("visit", visit.id(), visit.code());
        }
    }

    /**
     * What the plan of a year covers.
     *
     * @param plan empty when none was made
     * @param covered agencies with a visit in it
     * @param all agencies that exist, without the one that inspects
     * @param wanted percent that should be covered
     */
    public record Coverage(Optional<InspectionPlan> plan, long covered, long all, int wanted) {

        /** Percent of the agencies, rounded down. */
        public long share() {
            return all == 0 ? 0 : covered * HUNDRED / all;
        }

        public boolean enough() {
            return share() >= wanted;
        }
    }

    /** The agency and all whose work it took over. */
    public Set<String> with(String agency) {
        return predecessors.with(agency);
    }

    public Optional<InspectionPlan> plan(String agency, int year) {
        return database.read(handle -> plans.find(handle, agency, year));
    }

    /** The plans of an agency, the newest year first. */
    public List<InspectionPlan> plans(String agency) {
        return database.read(handle -> plans.of(handle, agency));
    }

    public Coverage coverage(String agency, int year, LocalDate today) {
        LocalDate day = today.getYear() == year ? today : LocalDate.of(year, 12, 31);
        long all = agencies.on(day).stream()
                .filter(one -> !one.code().equals(agency))
                .count();
        return database.read(handle -> {
            Optional<InspectionPlan> plan = plans.find(handle, agency, year);
            long covered = plan.map(
                            one -> (long) visits.covered(handle, one.id()).size())
                    .orElse(0L);
            int wanted = plan.map(InspectionPlan::wantedShare)
                    .orElseGet(() ->
                            settings.on(handle, SettingName.WANTED_SHARE, day).number());
            return new Coverage(plan, covered, all, wanted);
        });
    }

    public Optional<View> find(String code, String agency) {
        Set<String> own = with(agency);
        return database.read(handle -> visits.find(handle, code)
                .map(visit -> new View(
                        visit,
                        findings.of(handle, visit.id()),
                        visits.events(handle, visit.id()),
                        own.contains(visit.inspector()),
                        own.contains(visit.agency()))));
    }

    public List<Visit> page(VisitFilter filter, long before, int most) {
        return database.read(handle -> visits.page(handle, filter, before, most));
    }

    public long count(VisitFilter filter) {
        return database.read(handle -> visits.count(handle, filter));
    }

    /** How many agencies were visited from one day to another. */
    long visited(LocalDate from, LocalDate to) {
        return database.read(handle -> visits.visited(handle, from, to));
    }

    /** How many agencies there are on a day. */
    long agencies(LocalDate day) {
        return agencies.on(day).size();
    }

    /** What had to be remedied of that found at an agency from one day to another. */
    FindingRows.Counts findings(String agency, LocalDate from, LocalDate to) {
        return database.read(handle -> findings.counts(handle, with(agency), from, to));
    }
}
