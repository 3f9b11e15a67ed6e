package vn.kientao.platform.data.backup;

import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Backups;
import vn.kientao.platform.api.data.DatabaseException;
import vn.kientao.platform.api.jobs.JobContext;
import vn.kientao.platform.api.jobs.JobFailedException;
import vn.kientao.platform.api.jobs.JobStatus;
import vn.kientao.platform.api.jobs.JobType;
import vn.kientao.platform.api.jobs.Jobs;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.data.EngineComponent;

/**
 * Takes a backup as a job, {@code platform.backup}: the payload is the reason in words, the result the name of the backup.
 * A restored database remembers the job that made its own backup as unfinished; that one has done its work.
 */
@Component
public final class BackupJob implements JobType {
    private static final TextBundle TEXTS = TextBundle.of(BackupJob.class);

    private final Backups backups;
    private final Jobs jobs;
    private final Optional<RestoreMark.Mark> restored;

    @Activate
    public BackupJob(@Reference Backups backups, @Reference Jobs jobs, @Reference EngineComponent engine) {
        this.backups = backups;
        this.jobs = jobs;
        this.restored = RestoreMark.of(engine.engine());
    }

    @Override
    public String name() {
        return "platform.backup";
    }

    @Override
    public String run(JobContext context) {
        Optional<String> source = restored.filter(mark -> mark.beganAt().isAfter(submitted(context)))
                .map(RestoreMark.Mark::file);
        return source.orElseGet(() -> take(context));
    }

    private String take(JobContext context) {
        try {
            return backups.create(
                            context.payload(),
                            context.account(),
                            (done, total, table) -> context.progress(done, total, TEXTS.text("backup.table", table)))
                    .name();
        } catch (DatabaseException e) {
            throw new JobFailedException(TEXTS.text("backup.failed", String.valueOf(e.getMessage())));
        }
    }

    private Instant submitted(JobContext context) {
        return jobs.find(context.jobId()).map(JobStatus::submittedAt).orElse(Instant.MAX);
    }
}
