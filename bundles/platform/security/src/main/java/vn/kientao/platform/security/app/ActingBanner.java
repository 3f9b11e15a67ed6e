package vn.kientao.platform.security.app;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.BannerSource;

/** Says on every page in whose place one acts. */
@Component
public final class ActingBanner implements BannerSource {
    private static final int MOST_NAMES = 1000;

    private final People people;
    private final TextBundle texts = TextBundle.of(ActingBanner.class);
    private final Map<String, String> names = new ConcurrentHashMap<>();

    @Activate
    public ActingBanner(@Reference People people) {
        this.people = people;
    }

    @Override
    public Optional<LocalText> banner(Actor reader) {
        return reader.actingFor().map(account -> texts.text("acting.banner", name(account)));
    }

    private String name(String account) {
        if (names.size() > MOST_NAMES) {
            names.clear();
        }
        return names.computeIfAbsent(account, id -> people.name(id).orElse(id));
    }
}
