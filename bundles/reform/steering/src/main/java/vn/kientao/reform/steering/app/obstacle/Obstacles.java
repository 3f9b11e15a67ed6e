package vn.kientao.reform.steering.app.obstacle;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.reform.steering.domain.file.FileOwner;
import vn.kientao.reform.steering.domain.obstacle.FollowUp;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleAction;
import vn.kientao.reform.steering.domain.obstacle.ObstacleEvent;
import vn.kientao.reform.steering.domain.obstacle.ObstacleFigures;
import vn.kientao.reform.steering.domain.obstacle.ObstacleFilter;
import vn.kientao.reform.steering.domain.obstacle.ObstacleState;
import vn.kientao.reform.steering.domain.obstacle.OpenAnswerRow;
import vn.kientao.reform.steering.domain.obstacle.Tally;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.obstacle.ObstacleCounts;
import vn.kientao.reform.steering.store.obstacle.ObstacleReader;
import vn.kientao.reform.steering.store.obstacle.ObstacleWriter;

/** Looks obstacles up: one, a list, figures, the roll-up, what is published. */
@Component(service = Obstacles.class)
public final class Obstacles {
    /** Rules in the roll-up. */
    private static final int RULES = 50;

    private final Database database;
    private final Receivers receivers;
    private final ObstacleReader reader = new ObstacleReader();
    private final ObstacleWriter writer = new ObstacleWriter();
    private final ObstacleCounts counts = new ObstacleCounts();

    @Activate
    public Obstacles(@Reference Database database, @Reference Receivers receivers, @Reference SteeringTables tables) {
        this.database = database;
        this.receivers = receivers;
    }

    /**
     * An obstacle with all that belongs to it, as an agency sees it.
     *
     * @param raiser whether the agency, or one whose work it took over, raised it
     * @param holder whether it has to act on it now
     * @param once whether it held it before
     */
    public record View(
            Obstacle obstacle,
            List<ObstacleEvent> events,
            List<FollowUp> followUps,
            boolean raiser,
            boolean holder,
            boolean once) {
        public View {
            events = List.copyOf(events);
            followUps = List.copyOf(followUps);
        }

        /** Whether the agency may see it. */
        public boolean concerns() {
            return raiser || holder || once;
        }

        /** Whether a step is this agency's now. */
        public boolean may(ObstacleAction action) {
            boolean own = switch (action.by()) {
                case RAISER -> raiser;
                case HOLDER -> holder;
                case BOTH -> raiser || holder;
            };
            return own && action.possible(obstacle.state());
        }

        public FileOwner owner() {
            return new FileOwner("obstacle", obstacle.id(), obstacle.code());
        }
    }

    /** The roll-up of what a filter finds. */
    public record RollUp(ObstacleFigures figures, List<Tally> causes, List<Tally> rules, List<Tally> areas) {
        public RollUp {
            causes = List.copyOf(causes);
            rules = List.copyOf(rules);
            areas = List.copyOf(areas);
        }
    }

    /** The agency and all whose work it took over: what it may see as its own. */
    public Set<String> with(String agency) {
        return receivers.with(agency);
    }

    public Optional<View> find(String code, String agency) {
        Set<String> own = receivers.with(agency);
        return database.read(handle -> reader.find(handle, code).map(one -> {
            List<ObstacleEvent> events = writer.events(handle, one.id());
            boolean once = events.stream().anyMatch(event -> own.contains(event.agency()) || own.contains(event.to()));
            return new View(
                    one,
                    events,
                    writer.followUps(handle, one.id()),
                    own.contains(one.raiser()),
                    own.contains(one.handling().holder()),
                    once);
        }));
    }

    public List<Obstacle> page(ObstacleFilter filter, Optional<ObstacleFilter.Key> after, int most) {
        return database.read(handle -> reader.page(handle, filter, after, most));
    }

    public ObstacleFigures figures(ObstacleFilter filter) {
        return database.read(handle -> counts.figures(handle, filter));
    }

    public Map<ObstacleState, Long> states(ObstacleFilter filter) {
        return database.read(handle -> counts.states(handle, filter));
    }

    public RollUp rollUp(ObstacleFilter filter) {
        return database.read(handle -> new RollUp(
                counts.figures(handle, filter),
                counts.byCause(handle, filter),
                counts.byRule(handle, filter, RULES),
                counts.byArea(handle, filter)));
    }

    /** Published answers, newest first, with a smaller id than {@code before}. */
    public List<OpenAnswerRow> published(Optional<String> area, long before, int most) {
        return database.read(handle -> reader.published(handle, area, before, most));
    }

    /** A published answer; empty when there is none of that code or it is internal. */
    public Optional<OpenAnswerRow> published(String code) {
        return database.read(handle -> reader.published(handle, code));
    }
}
