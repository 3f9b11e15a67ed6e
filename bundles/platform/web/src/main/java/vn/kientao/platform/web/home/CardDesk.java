package vn.kientao.platform.web.home;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.card.Card;
import vn.kientao.platform.api.card.CardSource;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Request;

/** Collects the cards of the modules that serve an agency. A module that fails is left out, and the page stands. */
@Component(service = CardDesk.class)
public final class CardDesk {
    private final ServingExtensions extensions;

    @Activate
    public CardDesk(@Reference ServingExtensions extensions) {
        this.extensions = extensions;
    }

    /** What needs the reader in this agency now, most urgent first as the modules say. */
    List<Card> of(Request request, String agency) {
        LocalDateTime now = LocalDateTime.ofInstant(request.now(), Formats.ZONE);
        return extensions.of(CardSource.class, agency, source -> source.cards(request.actor(), agency, now)).stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Card::order))
                .toList();
    }
}
