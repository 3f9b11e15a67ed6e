package vn.kientao.platform.jobs;

import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.jobs.JobStatus;
import vn.kientao.platform.api.jobs.Jobs;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.text.TextBundle;

/** Jobs kept in the database; what is kept runs, once, whatever happens to this process. */
final class StoredJobs implements Jobs, AutoCloseable {
    static final Duration KEPT_FOR = Duration.ofDays(30);

    private static final Logger log = LoggerFactory.getLogger(StoredJobs.class);
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9]{1,30}\\.[a-z][a-z0-9.-]*");
    private static final String NIGHT = Actor.system("nightly").account();
    private static final int DELETED_AT_ONCE = 50;

    private final Database database;
    private final JobTypes types;
    private final Clock clock;
    private final TextBundle texts = TextBundle.of(StoredJobs.class);
    private final JobRepository repository = new JobRepository();
    private final JobFiles files;
    private final ProgressWriter progress;
    private final JobScheduler scheduler;

    /**
     * @param connections plain connections whose writes obey the platform's discipline
     * @param node name of this node, the same after a restart
     * @param polling how often to look for jobs that other nodes took or whose type was away
     */
    StoredJobs(Database database, DataSource connections, JobTypes types, Clock clock, String node, Duration polling) {
        this.database = database;
        this.types = types;
        this.clock = clock;
        this.files = new JobFiles(database);
        this.progress = new ProgressWriter(database, repository);
        JobRunner runner = new JobRunner(database, repository, files, types, progress, texts, clock);
        this.scheduler = new JobScheduler(connections, node, polling, runner, this::nightly);
        int again = database.write(handle -> repository.release(handle, node, clock.instant()));
        if (again > 0) {
            log.info("{} jobs were cut off and run again", again);
        }
        scheduler.start();
    }

    @Override
    public long submit(String type, String payload, Optional<String> agency, String account) {
        requireType(type);
        Instant now = clock.instant();
        long id = database.write(handle -> {
            long made = repository.receive(handle, type, payload, agency, account, texts.text("jobs.waiting"), now);
            repository.ready(handle, made, now);
            return made;
        });
        scheduler.look();
        return id;
    }

    @Override
    public long submit(String type, String payload, InputStream file, Optional<String> agency, String account) {
        requireType(type);
        Instant now = clock.instant();
        long id = database.write(
                handle -> repository.receive(handle, type, payload, agency, account, texts.text("jobs.waiting"), now));
        files.keep(id, file);
        database.write(handle -> {
            repository.ready(handle, id, now);
            return id;
        });
        scheduler.look();
        return id;
    }

    @Override
    public Optional<JobStatus> find(long id) {
        return database.read(handle -> repository.find(handle, id));
    }

    @Override
    public List<JobStatus> newest(String type, int limit) {
        return database.read(handle -> repository.newest(handle, type, limit));
    }

    /** What the night is for: old jobs go, and the types that run every night are submitted. */
    void nightly() {
        cleanUp();
        types.nightly().forEach(type -> submit(type, "", Optional.empty(), NIGHT));
    }

    /** Deletes jobs, with their files, thirty days after their end. */
    void cleanUp() {
        Instant before = clock.instant().minus(KEPT_FOR);
        int deleted = 0;
        int now;
        do {
            now = database.write(handle -> repository.deleteOld(handle, before, DELETED_AT_ONCE));
            deleted += now;
        } while (now == DELETED_AT_ONCE);
        log.info("Deleted {} jobs that ended before {}", deleted, before);
    }

    @Override
    public void close() {
        progress.stopAll();
        scheduler.close();
        progress.close();
    }

    private static void requireType(String type) {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("job type '" + type + "' (expected: module.word)");
        }
    }
}
