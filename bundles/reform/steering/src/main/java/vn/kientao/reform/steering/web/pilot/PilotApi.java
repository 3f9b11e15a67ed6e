package vn.kientao.reform.steering.web.pilot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.pilot.Pilots;
import vn.kientao.reform.steering.domain.pilot.Measure;
import vn.kientao.reform.steering.domain.pilot.Pilot;
import vn.kientao.reform.steering.domain.pilot.PilotValue;
import vn.kientao.reform.steering.web.Mistakes;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** Pilots for programs, to read. */
@Component
public final class PilotApi implements ModuleRoutes {
    private static final int PAGE = 50;

    private final Pilots pilots;

    @Activate
    public PilotApi(@Reference Pilots pilots) {
        this.pilots = pilots;
    }

    @Override
    public void api(Routes routes) {
        routes.get("/pilots", SteeringPermissions.READ, this::list)
                .summary("pilot.api.list")
                .query(PilotQuery.NAMES)
                .returns(Listing.class);
        routes.get("/pilots/{code}", SteeringPermissions.READ, this::show)
                .summary("pilot.api.show")
                .returns(Whole.class)
                .versioned();
    }

    private Reply list(Request request) {
        PilotQuery query = new PilotQuery(request, pilots);
        Mistakes.check(query.errors());
        List<Pilots.Row> rows = pilots.page(query.filter(), query.before(), PAGE + 1);
        boolean more = rows.size() > PAGE;
        List<Pilots.Row> shown = more ? rows.subList(0, PAGE) : rows;
        return Reply.json(new Listing(
                shown.stream().map(row -> One.of(row.pilot(), row.warns())).toList(),
                more ? shown.get(PAGE - 1).pilot().id() : null));
    }

    private Reply show(Request request) {
        Pilots.View view = PilotDoor.find(request, pilots);
        return Reply.json(new Whole(
                        One.of(view.pilot(), !view.warnings().isEmpty()),
                        view.measures().stream().map(Measured::of).toList()))
                .version(view.pilot().version());
    }

    /** @param after where the next page begins; absent on the last one */
    public record Listing(List<One> pilots, @Nullable Long after) {
        public Listing {
            pilots = List.copyOf(pilots);
        }
    }

    /** A pilot with what it measures. */
    public record Whole(One pilot, List<Measured> measures) {
        public Whole {
            measures = List.copyOf(measures);
        }
    }

    /** A pilot. Codes of agencies. */
    public record One(
            String code,
            String title,
            String goal,
            String area,
            String module,
            String proposer,
            List<String> agencies,
            LocalDate from,
            LocalDate to,
            int stage,
            String state,
            String outcome,
            String document,
            boolean warns) {
        public One {
            agencies = List.copyOf(agencies);
        }

        static One of(Pilot pilot, boolean warns) {
            return new One(
                    pilot.code(),
                    pilot.plan().title(),
                    pilot.plan().goal(),
                    pilot.plan().area(),
                    pilot.plan().module(),
                    pilot.proposer(),
                    List.copyOf(pilot.plan().agencies()),
                    pilot.plan().from(),
                    pilot.plan().to(),
                    pilot.stage(),
                    pilot.state().name(),
                    pilot.decision().outcome().name(),
                    pilot.decision().document(),
                    warns);
        }
    }

    /** Something measured, with its values by period. */
    public record Measured(
            String name, String unit, @Nullable BigDecimal baseline, boolean warns, List<Value> values) {
        public Measured {
            values = List.copyOf(values);
        }

        static Measured of(Measure measure) {
            return new Measured(
                    measure.name(),
                    measure.unit(),
                    measure.baseline().orElse(null),
                    measure.warns(),
                    measure.values().stream().map(Value::of).toList());
        }
    }

    /** The value of a period. */
    public record Value(
            LocalDate periodEnd,
            @Nullable BigDecimal planned,
            @Nullable BigDecimal actual,
            String evidence) {
        static Value of(PilotValue value) {
            return new Value(
                    value.periodEnd(),
                    value.planned().orElse(null),
                    value.actual().orElse(null),
                    value.evidence());
        }
    }
}
