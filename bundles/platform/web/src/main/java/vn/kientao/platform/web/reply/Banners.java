package vn.kientao.platform.web.reply;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.notice.Notices;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.BannerSource;

/**
 * What rooms of the platform have to say on top of every page, and how many notices wait for the reader; a room that fails
 * at it is passed over.
 */
@Component(service = Banners.class)
public final class Banners {
    private static final Logger log = LoggerFactory.getLogger(Banners.class);

    private final List<BannerSource> sources = new CopyOnWriteArrayList<>();
    private volatile @Nullable Notices notices;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bindSource(BannerSource source) {
        sources.add(source);
    }

    public void unbindSource(BannerSource source) {
        sources.remove(source);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindNotices(Notices present) {
        notices = present;
    }

    public void unbindNotices(Notices absent) {
        if (absent.equals(notices)) {
            notices = null;
        }
    }

    /** How many notices this reader has not read; none while nobody counts. */
    int unread(Actor reader) {
        Notices present = notices;
        if (present == null || !reader.signedIn()) {
            return 0;
        }
        try {
            return present.unread(reader.account());
        } catch (RuntimeException e) {
            log.warn("Notices cannot be counted", e);
            return 0;
        }
    }

    /** What this reader is told. */
    List<LocalText> of(Actor reader) {
        return sources.stream().flatMap(source -> ask(source, reader).stream()).toList();
    }

    private static Optional<LocalText> ask(BannerSource source, Actor reader) {
        try {
            return source.banner(reader);
        } catch (RuntimeException e) {
            log.warn("{} has no banner", source.getClass().getName(), e);
            return Optional.empty();
        }
    }
}
