package vn.kientao.platform.jobs.event;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.event.ModuleEvent;
import vn.kientao.platform.api.event.ModuleEvents;
import vn.kientao.platform.api.jobs.Jobs;
import vn.kientao.platform.api.module.Extensions;

/** The platform's events, from start to stop of this bundle: looks every two seconds for what somebody has yet to hear. */
@Component(service = ModuleEvents.class)
public final class EventsComponent implements ModuleEvents {
    private static final Logger log = LoggerFactory.getLogger(EventsComponent.class);
    private static final int SECONDS = 2;
    private static final int HOURS = 1;

    private final StoredEvents events;
    private final ScheduledExecutorService clockwork =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "kientao-events"));
    private final Future<?> telling;
    private final Future<?> forgetting;
    private volatile @Nullable Extensions extensions;

    /** @param jobs whose start has made the tables */
    @Activate
    public EventsComponent(@Reference Database database, @Reference Clock clock, @Reference Jobs jobs) {
        this.events = new StoredEvents(database, clock);
        telling = clockwork.scheduleWithFixedDelay(this::tell, SECONDS, SECONDS, TimeUnit.SECONDS);
        forgetting = clockwork.scheduleWithFixedDelay(() -> safely(events::forget), 0, HOURS, TimeUnit.HOURS);
    }

    /** Modules come later than the jobs, so they are asked when they are there. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindExtensions(Extensions found) {
        extensions = found;
    }

    void unbindExtensions(Extensions lost) {
        if (lost.equals(extensions)) {
            extensions = null;
        }
    }

    @Override
    public void publish(Handle transaction, ModuleEvent event) {
        events.publish(transaction, event);
    }

    private void tell() {
        Extensions present = extensions;
        if (present != null) {
            safely(() -> events.tell(present));
        }
    }

    /** A failure now must not end the looking for good. */
    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.error("Events could not be told; they are told again", e);
        }
    }

    @Deactivate
    void close() {
        telling.cancel(true);
        forgetting.cancel(true);
        clockwork.shutdownNow();
    }
}
