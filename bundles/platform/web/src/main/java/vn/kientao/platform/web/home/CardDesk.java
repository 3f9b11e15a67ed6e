package vn.kientao.platform.web.home;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import vn.kientao.platform.api.card.Card;
import vn.kientao.platform.api.card.CardSource;
import vn.kientao.platform.api.module.Extensions;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Request;

/** Collects the cards of the modules that serve an agency. A module that fails is left out, and the page stands. */
@Component(service = CardDesk.class)
public final class CardDesk {
    private volatile @Nullable Extensions extensions;

    @Activate
    public CardDesk() {}

    /** Modules come later than the door, so they are asked when they are there. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindExtensions(Extensions found) {
        extensions = found;
    }

    public void unbindExtensions(Extensions lost) {
        if (lost.equals(extensions)) {
            extensions = null;
        }
    }

    /** What needs the reader in this agency now, most urgent first as the modules say. */
    List<Card> of(Request request, String agency) {
        Extensions present = extensions;
        if (present == null) {
            return List.of();
        }
        LocalDateTime now = LocalDateTime.ofInstant(request.now(), Formats.ZONE);
        return present.of(CardSource.class, agency, source -> source.cards(request.actor(), agency, now)).stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Card::order))
                .toList();
    }
}
