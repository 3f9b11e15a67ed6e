package vn.kientao.reform.steering.app.inspection;

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
import vn.kientao.reform.steering.domain.inspection.VisitFilter;
import vn.kientao.reform.steering.domain.inspection.VisitState;

/** On the home page of an agency: remedies that are overdue, conclusions to remedy, remedies to look at. */
@Component
public final class InspectionCards implements CardSource {
    private static final TextBundle TEXTS = TextBundle.of(InspectionCards.class);
    private static final Permission READ = new Permission("steering.read");
    private static final int ORDER = 55;

    private final Inspections inspections;

    @Activate
    public InspectionCards(@Reference Inspections inspections) {
        this.inspections = inspections;
    }

    @Override
    public List<Card> cards(Actor reader, String agency, LocalDateTime now) {
        List<Card> cards = new ArrayList<>();
        if (!reader.can(READ, agency)) {
            return cards;
        }
        VisitFilter own = VisitFilter.of(inspections.with(agency), now.toLocalDate());
        String list = "/" + agency + "/steering/inspections?";
        long overdue = inspections.count(own.late());
        add(cards, overdue, "inspection.card.overdue", Card.Kind.LATE, list + "overdue=1");
        long noticed = inspections.count(own.in(VisitState.NOTICED)) - overdue;
        add(cards, noticed, "inspection.card.noticed", Card.Kind.NEED, list + "state=NOTICED");
        long remedied = inspections.count(own.in(VisitState.REMEDIED));
        add(cards, remedied, "inspection.card.remedied", Card.Kind.NEED, list + "state=REMEDIED");
        return cards;
    }

    private static void add(List<Card> cards, long count, String key, Card.Kind kind, String address) {
        if (count > 0) {
            cards.add(new Card(Formats.number(count), TEXTS.text(key), kind, address, ORDER + cards.size()));
        }
    }
}
