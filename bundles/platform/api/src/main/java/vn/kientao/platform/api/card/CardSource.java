package vn.kientao.platform.api.card;

import java.time.LocalDateTime;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import vn.kientao.platform.api.security.Actor;

/** A module's cards. Register it as a service; the agency's home page asks it each time it is shown, so answer fast. */
@ConsumerType
public interface CardSource {

    /**
     * What needs this reader now; only what the reader may open.
     *
     * @param agency code of the agency whose home page it is
     * @param now in the time of Viet Nam
     */
    List<Card> cards(Actor reader, String agency, LocalDateTime now);
}
