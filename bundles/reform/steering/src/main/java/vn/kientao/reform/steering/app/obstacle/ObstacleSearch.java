package vn.kientao.reform.steering.app.obstacle;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.search.SearchFindings;
import vn.kientao.platform.api.search.SearchSource;
import vn.kientao.platform.api.search.SearchWords;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleAction.Side;
import vn.kientao.reform.steering.domain.obstacle.ObstacleFilter;

/** Obstacles on the search page of an agency: by code, title and rule, those that it raised or holds. */
@Component
public final class ObstacleSearch implements SearchSource {
    private static final TextBundle TEXTS = TextBundle.of(ObstacleSearch.class);
    private static final int ORDER = 40;

    private final Obstacles obstacles;
    private final Clock clock;

    @Activate
    public ObstacleSearch(@Reference Obstacles obstacles) {
        this(obstacles, Clock.system(Formats.ZONE));
    }

    ObstacleSearch(Obstacles obstacles, Clock clock) {
        this.obstacles = obstacles;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "steering.obstacles";
    }

    @Override
    public LocalText title() {
        return TEXTS.text("obstacle.title");
    }

    @Override
    public Permission permission() {
        return new Permission("steering.read");
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public SearchFindings search(Actor reader, String agency, SearchWords words) {
        ObstacleFilter filter = ObstacleFilter.of(
                        obstacles.with(agency), Side.BOTH, ObstacleFilter.Span.ALL, LocalDateTime.now(clock))
                .saying(Folding.fold(words.text()));
        List<Obstacle> found = obstacles.page(filter, words.after().flatMap(ObstacleKeys::read), words.most() + 1);
        boolean more = found.size() > words.most();
        List<Obstacle> shown = more ? found.subList(0, words.most()) : found;
        return new SearchFindings(
                shown.stream().map(one -> finding(agency, one)).toList(),
                more ? Optional.of(ObstacleKeys.of(shown.get(shown.size() - 1))) : Optional.empty());
    }

    private static SearchFindings.Finding finding(String agency, Obstacle one) {
        return new SearchFindings.Finding(
                one.code(),
                one.report().title(),
                TEXTS.text(one.state().textKey()),
                "/" + agency + "/steering/obstacles/" + one.code());
    }
}
