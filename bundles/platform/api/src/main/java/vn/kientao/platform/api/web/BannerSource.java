package vn.kientao.platform.api.web;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.text.LocalText;

/**
 * A platform room that has something to say on top of every page: safe mode, development mode. Asked for each page, so it
 * answers from memory.
 */
@ConsumerType
public interface BannerSource {

    /** One sentence for this reader; empty when there is nothing to say. */
    Optional<LocalText> banner(Actor reader);
}
