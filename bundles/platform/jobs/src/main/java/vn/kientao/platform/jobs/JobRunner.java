package vn.kientao.platform.jobs;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.jobs.JobFailedException;
import vn.kientao.platform.api.jobs.JobStatus.State;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.Circumstances;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.jobs.JobRepository.Outcome;

/** Runs one job to one end. */
final class JobRunner {
    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

    private final Database database;
    private final JobRepository jobs;
    private final JobFiles files;
    private final JobTypes types;
    private final ProgressWriter progress;
    private final TextBundle texts;
    private final Clock clock;

    JobRunner(
            Database database,
            JobRepository jobs,
            JobFiles files,
            JobTypes types,
            ProgressWriter progress,
            TextBundle texts,
            Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.files = files;
        this.types = types;
        this.progress = progress;
        this.texts = texts;
        this.clock = clock;
    }

    /** Whether there is more to do for a job. */
    enum Next {
        /** It has ended, or is gone. */
        DONE,
        /** Nobody can do it now. */
        LATER,
        /** The platform stops; it begins again afterwards. */
        AGAIN
    }

    Next run(long id) {
        Optional<JobRow> found = database.read(handle -> jobs.row(handle, id));
        if (found.isEmpty() || found.get().state().ended()) {
            return Next.DONE;
        }
        JobRow row = found.get();
        Optional<JobTypes.Found> type = types.find(row.type(), row.agency());
        if (type.isEmpty()) {
            if (!row.doing().equals(texts.text("jobs.waiting-for-module").vi())) {
                move(row, State.WAITING, "jobs.waiting-for-module");
            }
            return Next.LATER;
        }
        try (JobTypes.Found doer = type.get()) {
            return run(row, doer);
        }
    }

    private Next run(JobRow row, JobTypes.Found doer) {
        move(row, State.RUNNING, "jobs.starting");
        RunningJob job = new RunningJob(row, files);
        progress.follow(job);
        try {
            String result = inItsCircumstances(row, doer, job);
            end(row, State.SUCCEEDED, new Outcome(result, null, texts.text("jobs.finished")));
            return Next.DONE;
        } catch (JobFailedException e) {
            end(row, State.FAILED, new Outcome(null, e.reason(), e.reason()));
            return Next.DONE;
        } catch (RuntimeException | Error e) {
            if (job.stopped()) {
                log.info("Job {} ({}) stopped with the platform", row.id(), row.type());
                move(row, State.WAITING, "jobs.waiting");
                return Next.AGAIN;
            }
            log.error("Job {} ({}) failed", row.id(), row.type(), e);
            LocalText reason = texts.text("jobs.fault", Long.toString(row.id()));
            end(row, State.FAILED, new Outcome(null, reason, reason));
            return Next.DONE;
        } finally {
            progress.leave(job);
        }
    }

    /** Whoever submitted the job acts; what they may do was checked then. */
    private static String inItsCircumstances(JobRow row, JobTypes.Found doer, RunningJob job) {
        Actor actor = new Actor(row.account(), "", Set.of(), Map.of());
        try (Circumstances.Scope here =
                new Circumstances(actor, "job-" + row.id(), "", row.agency(), doer.release()).enter()) {
            return inItsClassLoader(doer, job);
        }
    }

    private static String inItsClassLoader(JobTypes.Found doer, RunningJob job) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(doer.type().getClass().getClassLoader());
        try {
            return doer.type().run(job);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void move(JobRow row, State state, String doing) {
        database.write(handle -> {
            jobs.move(handle, row.id(), state, texts.text(doing));
            return row.id();
        });
    }

    private void end(JobRow row, State state, Outcome outcome) {
        database.write(handle -> {
            jobs.end(handle, row.id(), state, outcome, clock.instant());
            return row.id();
        });
        log.info("Job {} ({}) {}", row.id(), row.type(), state);
    }
}
