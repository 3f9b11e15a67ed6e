package vn.kientao.platform.testing;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import vn.kientao.platform.api.text.Formats;

/** A clock in the zone of Viet Nam that stands still until it is moved. */
public final class FixedClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    private FixedClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** Stands at a local time of Viet Nam, such as {@code 2026-02-09T14:05}. */
    public static FixedClock at(String localTime) {
        Instant instant = LocalDateTime.parse(localTime).atZone(Formats.ZONE).toInstant();
        return new FixedClock(new AtomicReference<>(instant), Formats.ZONE);
    }

    /** Moves it forward. */
    public void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    @Override
    public Instant instant() {
        return requireNonNull(now.get());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same hands in another zone. */
    @Override
    public Clock withZone(ZoneId other) {
        return new FixedClock(now, other);
    }
}
