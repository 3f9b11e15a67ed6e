package vn.kientao.platform.jobs;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;

/** Writes the progress of all running jobs twice a second, in one transaction; the jobs themselves never wait for it. */
final class ProgressWriter implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ProgressWriter.class);
    private static final long EVERY_MILLIS = 500;

    private final Database database;
    private final JobRepository jobs;
    private final Set<RunningJob> running = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "kientao-jobs-progress"));
    private final ScheduledFuture<?> writing;

    ProgressWriter(Database database, JobRepository jobs) {
        this.database = database;
        this.jobs = jobs;
        this.writing = timer.scheduleWithFixedDelay(this::write, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    void follow(RunningJob job) {
        running.add(job);
    }

    void leave(RunningJob job) {
        running.remove(job);
    }

    /** Asks the running jobs to stop. */
    void stopAll() {
        running.forEach(RunningJob::stop);
    }

    @Override
    public void close() {
        writing.cancel(false);
        timer.shutdown();
    }

    private void write() {
        try {
            Map<Long, RunningJob.Progress> news = new HashMap<>();
            running.forEach(job -> job.takeNews().ifPresent(progress -> news.put(job.jobId(), progress)));
            if (!news.isEmpty()) {
                database.write(handle -> {
                    news.forEach((id, p) -> jobs.progress(handle, id, p.done(), p.total(), p.doing()));
                    return news.size();
                });
            }
        } catch (RuntimeException e) {
            log.warn("Progress of jobs not written: {}", e.getMessage());
        }
    }
}
