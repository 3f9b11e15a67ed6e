package vn.kientao.platform.jobs;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.jobs.JobContext;
import vn.kientao.platform.api.text.LocalText;

/** A job on its way. What it tells of itself is picked up by {@link ProgressWriter}, so telling costs nothing. */
final class RunningJob implements JobContext {
    private final JobRow row;
    private final JobFiles files;
    private final AtomicReference<@Nullable Progress> news = new AtomicReference<>();
    private volatile boolean stopped;

    RunningJob(JobRow row, JobFiles files) {
        this.row = row;
        this.files = files;
    }

    /** How far it is. */
    record Progress(long done, long total, LocalText doing) {
        Progress {
            requireNonNull(doing, "doing");
            if (done < 0 || total < 0) {
                throw new IllegalArgumentException("progress " + done + " of " + total + " (expected: 0 or more)");
            }
        }
    }

    /** Thrown into a job while the platform stops; the job runs again when it is back. */
    static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoppedException(long id) {
            super("job " + id + " stops with the platform and will run again");
        }
    }

    /** What was told since the last time this was asked. */
    Optional<Progress> takeNews() {
        return Optional.ofNullable(news.getAndSet(null));
    }

    void stop() {
        stopped = true;
    }

    boolean stopped() {
        return stopped;
    }

    @Override
    public long jobId() {
        return row.id();
    }

    @Override
    public String payload() {
        return row.payload();
    }

    @Override
    public Optional<InputStream> file() {
        return files.open(row.id());
    }

    @Override
    public Optional<String> agency() {
        return row.agency();
    }

    @Override
    public String account() {
        return row.account();
    }

    @Override
    public void progress(long done, long total, LocalText doing) {
        if (stopped) {
            throw new StoppedException(row.id());
        }
        news.set(new Progress(done, total, doing));
    }
}
