package vn.kientao.reform.steering.app.obstacle;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.steering.app.Clockwork;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.obstacle.ObstacleReader;
import vn.kientao.reform.steering.store.obstacle.ObstacleWriter;

/** Looks every half hour for answers that have become late and tells both sides, once for each due date. */
@Component(service = ObstacleWatch.class, immediate = true)
public final class ObstacleWatch {
    private static final int AT_ONCE = 100;
    private static final int FIRST_MINUTES = 5;
    private static final int EVERY_MINUTES = 30;

    private final Database database;
    private final ObstacleNotices notices;
    private final Clock clock;
    private final Clockwork clockwork =
            new Clockwork("steering-obstacles", "Late answers to obstacles told", this::tellLate);
    private final ObstacleReader reader = new ObstacleReader();
    private final ObstacleWriter writer = new ObstacleWriter();

    @Activate
    public ObstacleWatch(
            @Reference Database database, @Reference ObstacleNotices notices, @Reference SteeringTables tables) {
        this(database, notices, Clock.system(Formats.ZONE));
        clockwork.wind(FIRST_MINUTES, EVERY_MINUTES);
    }

    ObstacleWatch(Database database, ObstacleNotices notices, Clock clock) {
        this.database = database;
        this.notices = notices;
        this.clock = clock;
    }

    @Deactivate
    void stop() {
        clockwork.close();
    }

    /**
     * Tells about what has become late since the last time.
     *
     * @return about how many obstacles
     */
    int tellLate() {
        LocalDateTime now = LocalDateTime.now(clock);
        int told = 0;
        List<Obstacle> late;
        do {
            late = database.read(handle -> reader.lateUntold(handle, now, AT_ONCE));
            for (Obstacle one : late) {
                told += tell(one, now) ? 1 : 0;
            }
        } while (late.size() == AT_ONCE);
        return told;
    }

    private boolean tell(Obstacle one, LocalDateTime now) {
        return database.write(transaction -> {
            boolean first = writer.told(transaction, one.id());
            if (first) {
                notices.late(transaction, one, now.toLocalDate());
            }
            return first;
        });
    }
}
