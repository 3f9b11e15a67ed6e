package vn.kientao.reform.procedures.app.importing;

import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.jobs.JobContext;
import vn.kientao.platform.api.jobs.JobFailedException;
import vn.kientao.platform.api.jobs.JobStatus;
import vn.kientao.platform.api.jobs.JobType;
import vn.kientao.platform.api.jobs.Jobs;
import vn.kientao.platform.api.text.LocalText;

/** Keeps jobs in memory and runs each when the test says so. */
public final class HandRunJobs implements Jobs {
    private final Map<Long, JobStatus> jobs = new TreeMap<>();
    private final Map<Long, String> payloads = new TreeMap<>();
    private final List<LocalText> progress = new ArrayList<>();

    /** Runs every waiting job. */
    public void run(JobType type) {
        List<JobStatus> waiting = jobs.values().stream()
                .filter(job -> job.state() == JobStatus.State.WAITING)
                .toList();
        for (JobStatus job : waiting) {
            jobs.put(job.id(), ended(job, type));
        }
    }

    /** What running jobs have said of their progress. */
    public List<LocalText> progress() {
        return progress;
    }

    @Override
    public long submit(String type, String payload, Optional<String> agency, String account) {
        long id = jobs.size() + 1L;
        payloads.put(id, payload);
        jobs.put(
                id,
                new JobStatus(
                        id,
                        type,
                        JobStatus.State.WAITING,
                        agency,
                        account,
                        0,
                        0,
                        LocalText.same(""),
                        Optional.empty(),
                        Optional.empty(),
                        Instant.EPOCH,
                        Optional.empty()));
        return id;
    }

    @Override
    public long submit(String type, String payload, InputStream file, Optional<String> agency, String account) {
        throw new UnsupportedOperationException("imports keep their files themselves");
    }

    @Override
    public Optional<JobStatus> find(long id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public List<JobStatus> newest(String type, int limit) {
        return jobs.values().stream()
                .sorted(Comparator.comparing(JobStatus::id).reversed())
                .limit(limit)
                .toList();
    }

    private JobStatus ended(JobStatus job, JobType type) {
        try {
            return status(job, JobStatus.State.SUCCEEDED, type.run(new Context(job)), null);
        } catch (JobFailedException e) {
            return status(job, JobStatus.State.FAILED, null, e.reason());
        }
    }

    private static JobStatus status(
            JobStatus job, JobStatus.State state, @Nullable String result, @Nullable LocalText reason) {
        return new JobStatus(
                job.id(),
                job.type(),
                state,
                job.agency(),
                job.account(),
                1,
                1,
                job.doing(),
                Optional.ofNullable(result),
                Optional.ofNullable(reason),
                job.submittedAt(),
                Optional.of(Instant.EPOCH));
    }

    private final class Context implements JobContext {
        private final JobStatus job;

        Context(JobStatus job) {
            this.job = job;
        }

        @Override
        public long jobId() {
            return job.id();
        }

        @Override
        public String payload() {
            return payloads.getOrDefault(job.id(), "");
        }

        @Override
        public Optional<InputStream> file() {
            return Optional.empty();
        }

        @Override
        public Optional<String> agency() {
            return job.agency();
        }

        @Override
        public String account() {
            return job.account();
        }

        @Override
        public void progress(long done, long total, LocalText doing) {
            progress.add(doing);
        }
    }
}
