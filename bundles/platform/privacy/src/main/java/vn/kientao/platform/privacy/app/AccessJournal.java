package vn.kientao.platform.privacy.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.DatabaseException;
import vn.kientao.platform.api.privacy.AccessLog;
import vn.kientao.platform.api.privacy.PersonalDataAccess;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Circumstances;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.privacy.store.AccessRepository;
import vn.kientao.platform.privacy.store.PrivacyStore;

/**
 * Writes looks down four times a second, many in one transaction, so that whoever reads a page does not wait for a write.
 * What waits is lost when the process is killed, at most a quarter of a second of it; while the database takes no writes
 * looks pile up, and when the pile is full and cannot be written nothing more is shown.
 */
@Component(service = {AccessLog.class, AccessJournal.class})
public final class AccessJournal implements AccessLog {
    private static final Logger log = LoggerFactory.getLogger(AccessJournal.class);
    private static final long EVERY_MILLIS = 250;
    private static final int MOST_WAITING = 20_000;
    private static final int BATCH = 500;
    private static final Circumstances OWN =
            new Circumstances(Actor.system("access-log"), "", "", Optional.empty(), Optional.empty());

    private final AccessRepository entries = new AccessRepository();
    private final PrivacyStore store;
    private final BlockingQueue<PersonalDataAccess> waiting;
    private final RecentLooks recent = new RecentLooks();
    private final List<PersonalDataAccess> begun = new ArrayList<>();
    private final TextBundle texts = TextBundle.of(AccessJournal.class);
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "kientao-access-log"));

    @Activate
    public AccessJournal(@Reference PrivacyStore store) {
        this(store, MOST_WAITING);
        var unused = timer.scheduleWithFixedDelay(this::tick, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** One that writes when it is told to. */
    AccessJournal(PrivacyStore store, int mostWaiting) {
        this.store = store;
        this.waiting = new LinkedBlockingQueue<>(mostWaiting);
    }

    @Override
    public void shown(PersonalDataAccess access) {
        if (!recent.isNew(access)) {
            return;
        }
        if (!waiting.offer(access) && !roomMade(access)) {
            recent.forget(access);
            throw new ProblemException(
                    new Problem(503, "access-log-full", texts.text("access.full"), texts.text("access.full-detail")));
        }
    }

    /** A long export is faster than the clock: whoever fills the pile empties it. */
    private boolean roomMade(PersonalDataAccess access) {
        try {
            flush();
        } catch (DatabaseException e) {
            log.error("the access log cannot be written; personal data is not shown: {}", e.getMessage());
        }
        return waiting.offer(access);
    }

    /** Writes down everything that waits; returns how many looks. */
    public synchronized int flush() {
        // Looks of all agencies go together, whoever's thread writes them down.
        try (Circumstances.Scope here = OWN.enter()) {
            int written = 0;
            while (takeMore()) {
                store.write(handle -> {
                    entries.add(handle, begun);
                    return begun.size();
                });
                written += begun.size();
                begun.clear();
            }
            return written;
        }
    }

    /** What could not be written the last time comes first. */
    private boolean takeMore() {
        if (begun.isEmpty()) {
            waiting.drainTo(begun, BATCH);
        }
        return !begun.isEmpty();
    }

    private void tick() {
        try {
            flush();
        } catch (RuntimeException e) {
            log.warn("looks at personal data wait to be written down: {}", e.getMessage());
        }
    }

    @Deactivate
    void close() throws InterruptedException {
        timer.shutdown();
        if (!timer.awaitTermination(10, TimeUnit.SECONDS)) {
            log.warn("the access log was still writing when it was stopped");
        }
        flush();
    }
}
