package vn.kientao.platform.security.app;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.module.ImpactSource;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.security.store.SecurityStore;

/** Says how many people are signed in; a change of any module touches them all, and ends nobody's session. */
@Component
public final class SessionImpact implements ImpactSource {
    private static final String COUNT = """
            SELECT COUNT(id)
              FROM security.session
             WHERE expires_at > ?
            """;

    private final Database database;
    private final Clock clock;
    private final TextBundle texts = TextBundle.of(SessionImpact.class);

    /** @param store whose table this reads; there once the store is */
    @Activate
    public SessionImpact(@Reference Database database, @Reference SecurityStore store, @Reference Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Impact> impact(ModuleId module) {
        long count = database.read(h -> h.createQuery(COUNT)
                .bind(0, clock.instant().atOffset(ZoneOffset.UTC))
                .mapTo(Long.class)
                .one());
        return List.of(new Impact(texts.text("impact.sessions"), count));
    }
}
