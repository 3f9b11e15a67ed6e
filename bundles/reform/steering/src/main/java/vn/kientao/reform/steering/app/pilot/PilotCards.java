package vn.kientao.reform.steering.app.pilot;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.card.Card;
import vn.kientao.platform.api.card.CardSource;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.domain.pilot.PilotFilter;
import vn.kientao.reform.steering.domain.pilot.PilotState;

/** On the home page: pilots that a condition to stop warns of, and for who decides, those that wait for a decision. */
@Component
public final class PilotCards implements CardSource {
    private static final TextBundle TEXTS = TextBundle.of(PilotCards.class);
    private static final Permission READ = new Permission("steering.read");
    private static final Permission DECIDE = new Permission("steering.decide");
    private static final int ORDER = 55;

    private final Pilots pilots;

    @Activate
    public PilotCards(@Reference Pilots pilots) {
        this.pilots = pilots;
    }

    @Override
    public List<Card> cards(Actor reader, String agency, LocalDateTime now) {
        List<Card> cards = new ArrayList<>();
        String list = "/" + agency + "/steering/pilots?";
        if (reader.can(READ, agency)) {
            PilotFilter warned = new PilotFilter(pilots.with(agency), Optional.empty(), Optional.empty(), true, "");
            add(cards, sum(pilots.states(warned)), "pilot.card.warned", Card.Kind.LATE, list + "warns=1");
        }
        if (reader.can(DECIDE, agency)) {
            Map<PilotState, Long> states = pilots.states(PilotFilter.of(Set.of()));
            for (PilotState state : List.of(PilotState.PROPOSED, PilotState.CONCLUDED)) {
                add(
                        cards,
                        states.getOrDefault(state, 0L),
                        "pilot.card." + state.name(),
                        Card.Kind.NEED,
                        list + "scope=all&state=" + state);
            }
        }
        return cards;
    }

    private static long sum(Map<PilotState, Long> states) {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    private static void add(List<Card> cards, long count, String key, Card.Kind kind, String address) {
        if (count > 0) {
            cards.add(new Card(Formats.number(count), TEXTS.text(key), kind, address, ORDER + cards.size()));
        }
    }
}
