package vn.kientao.reform.steering.app.goal;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.text.Formats;

/** Looks every hour whether the targets that modules measure were counted today, and has them counted. */
@Component(service = TargetWatch.class, immediate = true)
public final class TargetWatch {
    private static final Logger log = LoggerFactory.getLogger(TargetWatch.class);
    private static final int FIRST_MINUTES = 3;
    private static final int EVERY_MINUTES = 60;

    private final TargetCounting counting;
    private final Clock clock = Clock.system(Formats.ZONE);
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "steering-targets"));

    @Activate
    public TargetWatch(@Reference TargetCounting counting) {
        this.counting = counting;
        Future<?> unused = timer.scheduleWithFixedDelay(this::look, FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }

    /** A look that fails is tried again at the next one. */
    private void look() {
        try {
            int counted = counting.countDue(LocalDateTime.now(clock));
            if (counted > 0) {
                log.info("Counted {} years of targets", counted);
            }
        } catch (RuntimeException e) {
            log.error("Cannot count targets; trying again in {} minutes", EVERY_MINUTES, e);
        }
    }
}
