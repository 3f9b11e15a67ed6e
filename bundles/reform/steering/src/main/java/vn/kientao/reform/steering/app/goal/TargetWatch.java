package vn.kientao.reform.steering.app.goal;

import java.time.Clock;
import java.time.LocalDateTime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.reform.steering.app.Clockwork;

/** Looks every hour whether the targets that modules measure were counted today, and has them counted. */
@Component(service = TargetWatch.class, immediate = true)
public final class TargetWatch {
    private static final int FIRST_MINUTES = 3;
    private static final int EVERY_MINUTES = 60;

    private final Clockwork clockwork;

    @Activate
    public TargetWatch(@Reference TargetCounting counting) {
        Clock clock = Clock.system(Formats.ZONE);
        clockwork = new Clockwork(
                "steering-targets", "Years of targets counted", () -> counting.countDue(LocalDateTime.now(clock)));
        clockwork.wind(FIRST_MINUTES, EVERY_MINUTES);
    }

    @Deactivate
    void stop() {
        clockwork.close();
    }
}
