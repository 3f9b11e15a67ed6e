package vn.kientao.reform.steering.app.obstacle;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.card.Card;
import vn.kientao.platform.api.card.CardSource;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleAction.Side;
import vn.kientao.reform.steering.domain.obstacle.ObstacleFigures;
import vn.kientao.reform.steering.domain.obstacle.ObstacleFilter;

/** On the home page of an agency: what waits for its answer, and answers that wait for its opinion. */
@Component
public final class ObstacleCards implements CardSource {
    private static final TextBundle TEXTS = TextBundle.of(ObstacleCards.class);
    private static final Permission READ = new Permission("steering.read");
    private static final int ORDER = 45;

    private final Obstacles obstacles;

    @Activate
    public ObstacleCards(@Reference Obstacles obstacles) {
        this.obstacles = obstacles;
    }

    @Override
    public List<Card> cards(Actor reader, String agency, LocalDateTime now) {
        List<Card> cards = new ArrayList<>();
        if (!reader.can(READ, agency)) {
            return cards;
        }
        String list = "/" + agency + "/steering/obstacles?side=";
        ObstacleFigures held = figures(agency, Side.HOLDER, ObstacleFilter.Span.OPEN, now);
        add(cards, held.late(), "obstacle.card.late", Card.Kind.LATE, list + "HOLDER&late=1");
        add(cards, held.open() - held.late(), "obstacle.card.open", Card.Kind.NEED, list + "HOLDER");
        ObstacleFigures raised = figures(agency, Side.RAISER, ObstacleFilter.Span.ENDED, now);
        add(cards, raised.waiting(), "obstacle.card.waiting", Card.Kind.NEED, list + "RAISER&state=ANSWERED");
        return cards;
    }

    private ObstacleFigures figures(String agency, Side side, ObstacleFilter.Span span, LocalDateTime now) {
        return obstacles.figures(ObstacleFilter.of(obstacles.with(agency), side, span, now));
    }

    private static void add(List<Card> cards, long count, String key, Card.Kind kind, String address) {
        if (count > 0) {
            cards.add(new Card(Formats.number(count), TEXTS.text(key), kind, address, ORDER + cards.size()));
        }
    }
}
