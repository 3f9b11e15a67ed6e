package vn.kientao.platform.web.refused;

import java.time.Duration;
import java.util.List;
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
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.security.Circumstances;

/**
 * Writes down once a minute who was turned away ({@code security.refused} in the audit trail). A refusal changes nothing and
 * must not cost a transaction each, so up to a minute of them is lost when the machine dies.
 */
@Component(service = Refusals.class)
public final class RefusalTrail implements Refusals, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RefusalTrail.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Database database;
    private final AuditTrail audit;
    private final RefusalNotes notes = new RefusalNotes();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "kientao-refusals");
        made.setDaemon(true);
        return made;
    });

    @Activate
    public RefusalTrail(@Reference Database database, @Reference AuditTrail audit) {
        this(database, audit, EVERY);
    }

    RefusalTrail(Database database, AuditTrail audit, Duration every) {
        this.database = database;
        this.audit = audit;
        // write() answers for its own failures; closing the thread ends it.
        Future<?> unused =
                thread.scheduleWithFixedDelay(this::write, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void note(Refused refused) {
        if (Refused.isWorthKeeping(refused.code())) {
            notes.add(refused);
        }
    }

    void write() {
        List<RefusalNotes.Told> told = notes.take();
        if (told.isEmpty()) {
            return;
        }
        try {
            database.write(handle -> {
                for (RefusalNotes.Told one : told) {
                    try (Circumstances.Scope then = one.circumstances().enter()) {
                        audit.record(handle, one.entry());
                    }
                }
                return told.size();
            });
        } catch (RuntimeException | LinkageError e) {
            log.error("{} refusals could not be written into the audit trail", told.size(), e);
        }
    }

    @Deactivate
    @Override
    public void close() {
        thread.shutdown();
        write();
    }
}
