package vn.kientao.reform.steering.app.pilot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.reform.steering.app.Predecessors;
import vn.kientao.reform.steering.domain.Happening;
import vn.kientao.reform.steering.domain.file.FileOwner;
import vn.kientao.reform.steering.domain.pilot.Measure;
import vn.kientao.reform.steering.domain.pilot.Pilot;
import vn.kientao.reform.steering.domain.pilot.PilotAction;
import vn.kientao.reform.steering.domain.pilot.PilotFilter;
import vn.kientao.reform.steering.domain.pilot.PilotState;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.pilot.PilotMeasures;
import vn.kientao.reform.steering.store.pilot.PilotRows;

/** Looks pilots up: one with its measures, a list. */
@Component(service = Pilots.class)
public final class Pilots {
    private final Database database;
    private final Predecessors predecessors;
    private final PilotRows rows = new PilotRows();
    private final PilotMeasures measures = new PilotMeasures();

    @Activate
    public Pilots(@Reference Database database, @Reference Agencies agencies, @Reference SteeringTables tables) {
        this.database = database;
        this.predecessors = new Predecessors(agencies);
    }

    /**
     * A pilot with all that belongs to it, as an agency sees it.
     *
     * @param proposer whether the agency, or one whose work it took over, proposed it
     * @param member whether it takes part
     * @param before the stage before
     * @param after the stage that came of it
     */
    public record View(
            Pilot pilot,
            List<Measure> measures,
            List<Happening<PilotAction>> events,
            Optional<Pilot> before,
            Optional<Pilot> after,
            boolean proposer,
            boolean member) {
        public View {
            measures = List.copyOf(measures);
            events = List.copyOf(events);
        }

        /** Measures whose newest value is a reason to stop. */
        public List<Measure> warnings() {
            return pilot.state().running()
                    ? measures.stream().filter(Measure::warns).toList()
                    : List.of();
        }

        public FileOwner owner() {
            return new FileOwner("pilot", pilot.id(), pilot.code());
        }
    }

    /** A pilot in a list. */
    public record Row(Pilot pilot, boolean warns) {}

    /** The agency and all whose work it took over. */
    public Set<String> with(String agency) {
        return predecessors.with(agency);
    }

    public Optional<View> find(String code, String agency) {
        Set<String> own = predecessors.with(agency);
        return database.read(handle -> rows.find(handle, code).map(pilot -> view(handle, pilot, own)));
    }

    private View view(Handle handle, Pilot pilot, Set<String> own) {
        return new View(
                pilot,
                measures.of(handle, List.of(pilot.id())).getOrDefault(pilot.id(), List.of()),
                measures.events(handle, pilot.id()),
                pilot.parent().flatMap(id -> rows.find(handle, id)),
                rows.next(handle, pilot.id()),
                own.contains(pilot.proposer()),
                pilot.plan().agencies().stream().anyMatch(own::contains));
    }

    /** A page of a list, newest first, with a smaller id than {@code before}. */
    public List<Row> page(PilotFilter filter, long before, int most) {
        return database.read(handle -> {
            List<Pilot> pilots = rows.page(handle, filter, before, most);
            Map<Long, List<Measure>> measured =
                    measures.of(handle, pilots.stream().map(Pilot::id).toList());
            return pilots.stream()
                    .map(pilot -> new Row(
                            pilot,
                            pilot.state().running()
                                    && measured.getOrDefault(pilot.id(), List.of()).stream()
                                            .anyMatch(Measure::warns)))
                    .toList();
        });
    }

    public Map<PilotState, Long> states(PilotFilter filter) {
        return database.read(handle -> rows.states(handle, filter));
    }
}
