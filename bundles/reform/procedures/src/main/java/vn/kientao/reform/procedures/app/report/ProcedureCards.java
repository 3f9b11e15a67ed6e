package vn.kientao.reform.procedures.app.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.card.Card;
import vn.kientao.platform.api.card.CardSource;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.app.dossier.DossierView;
import vn.kientao.reform.procedures.app.dossier.Dossiers;
import vn.kientao.reform.procedures.app.staffing.DeskStaff;
import vn.kientao.reform.procedures.domain.staffing.DeskRules;

/** What needs the reader of an agency's home page: dossiers that are overdue or soon due, terms at the desk that end. */
@Component
public final class ProcedureCards implements CardSource {
    private static final TextBundle TEXTS = TextBundle.of(ProcedureCards.class);
    private static final Permission DOSSIERS = new Permission("procedures.read-dossiers");
    private static final Permission STAFF = new Permission("procedures.rate");
    private static final int FIRST = 10;

    private final Dossiers dossiers;
    private final DeskStaff staff;

    @Activate
    public ProcedureCards(@Reference Dossiers dossiers, @Reference DeskStaff staff) {
        this.dossiers = dossiers;
        this.staff = staff;
    }

    @Override
    public List<Card> cards(Actor reader, String agency, LocalDateTime now) {
        List<Card> cards = new ArrayList<>();
        if (reader.can(DOSSIERS, agency)) {
            Map<DossierView, Integer> counts = dossiers.counts(agency, now);
            add(cards, agency, counts, DossierView.OVERDUE, Card.Kind.LATE);
            add(cards, agency, counts, DossierView.TODAY, Card.Kind.NEED);
            add(cards, agency, counts, DossierView.SOON, Card.Kind.NEED);
        }
        if (reader.can(STAFF, agency)) {
            terms(cards, agency, now.toLocalDate());
        }
        return cards;
    }

    private static void add(
            List<Card> cards, String agency, Map<DossierView, Integer> counts, DossierView view, Card.Kind kind) {
        int count = counts.getOrDefault(view, 0);
        String figure = Formats.number(count);
        cards.add(new Card(
                figure,
                TEXTS.text("card." + view.word()),
                count == 0 ? Card.Kind.NEUTRAL : kind,
                "/" + agency + "/procedures/dossiers?view=" + view.word(),
                FIRST + cards.size()));
    }

    private void terms(List<Card> cards, String agency, LocalDate today) {
        DeskRules rules = staff.rules(today);
        long soon = staff.from(agency, today).stream()
                .filter(posting -> rules.endsSoon(posting, today))
                .count();
        if (soon > 0) {
            cards.add(new Card(
                    Formats.number(soon),
                    TEXTS.text("card.terms"),
                    Card.Kind.NEED,
                    "/" + agency + "/procedures/staffing",
                    FIRST + cards.size()));
        }
    }
}
