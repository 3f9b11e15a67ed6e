package vn.kientao.platform.directory.store;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.DatabaseException;
import vn.kientao.platform.api.data.MigrationScripts;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.directory.domain.LegalCalendar;

/**
 * Keeps the directory's tables and one picture of them in memory. The picture follows changes made here at once, and those
 * made by other nodes within a second, by asking for one number.
 */
@Component(service = DirectoryStore.class)
public final class DirectoryStore {
    private static final Logger log = LoggerFactory.getLogger(DirectoryStore.class);
    private static final long POLL_MILLISECONDS = 500;

    private final Database database;
    private final AgencyRepository agencies = new AgencyRepository();
    private final CalendarRepository calendar = new CalendarRepository();
    private final ScheduledExecutorService poller;
    private final ScheduledFuture<?> polling;
    private volatile DirectoryPicture picture;

    @Activate
    public DirectoryStore(@Reference Database database, @Reference Migrations migrations, BundleContext context) {
        this(database, migrations, MigrationScripts.of(context.getBundle()));
    }

    private DirectoryStore(Database database, Migrations migrations, MigrationScripts scripts) {
        this.database = database;
        migrations.expand("directory", scripts);
        this.picture = database.read(this::load);
        this.poller = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "kientao-directory");
            thread.setDaemon(true);
            return thread;
        });
        this.polling = poller.scheduleWithFixedDelay(
                this::follow, POLL_MILLISECONDS, POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /** Without the framework. */
    public static DirectoryStore of(Database database, Migrations migrations, MigrationScripts scripts) {
        return new DirectoryStore(database, migrations, scripts);
    }

    @Deactivate
    public void close() {
        polling.cancel(false);
        poller.shutdownNow();
    }

    /** What the directory knows now. */
    public DirectoryPicture picture() {
        return picture;
    }

    public <T> T read(Database.Work<T> work) {
        return database.read(work);
    }

    /** Runs {@code work} in one durable transaction that does not change the directory itself. */
    public <T> T write(Database.Work<T> work) {
        return database.write(work);
    }

    /** Runs {@code work} in one durable transaction; changes of the directory exclude each other on every engine. */
    public <T> T change(Database.Work<T> work) {
        T result = database.write(handle -> {
            handle.createUpdate("""
                    UPDATE directory.generation
                       SET number = number + 1
                     WHERE name = 'directory'
                    """).execute();
            return work.run(handle);
        });
        take(database.read(this::load));
        return result;
    }

    private void follow() {
        try {
            if (database.read(DirectoryStore::generation) != picture().generation()) {
                take(database.read(this::load));
            }
        } catch (DatabaseException e) {
            log.warn("The directory answers from what it knew; the database does not: {}", e.getMessage());
        }
    }

    private synchronized void take(DirectoryPicture loaded) {
        if (loaded.generation() >= picture.generation()) {
            picture = loaded;
        }
    }

    private DirectoryPicture load(Handle handle) {
        long generation = generation(handle);
        return new DirectoryPicture(
                generation,
                agencies.all(handle),
                LegalCalendar.of(calendar.all(handle)),
                calendar.officeHours(handle),
                calendar.agencyHours(handle));
    }

    private static long generation(Handle handle) {
        return handle.createQuery("""
                SELECT number
                  FROM directory.generation
                 WHERE name = 'directory'
                """).mapTo(Long.class).one();
    }
}
