package vn.kientao.platform.data;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import vn.kientao.platform.api.text.Formats;

/** The system's time in the zone of Viet Nam; everybody asks this service, so tests can hand in another. */
@Component(service = Clock.class)
public final class VietnamClock extends Clock {
    private final Clock system = Clock.system(Formats.ZONE);

    @Activate
    public VietnamClock() {}

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return system.withZone(zone);
    }

    @Override
    public Instant instant() {
        return system.instant();
    }

    @Override
    public long millis() {
        return system.millis();
    }
}
