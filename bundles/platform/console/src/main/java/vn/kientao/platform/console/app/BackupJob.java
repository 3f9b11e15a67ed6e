package vn.kientao.platform.console.app;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Backups;
import vn.kientao.platform.api.jobs.JobContext;
import vn.kientao.platform.api.jobs.JobType;
import vn.kientao.platform.api.text.TextBundle;

/** Takes a backup as a job, so that its page outlives a reload; the result is the backup's name. */
@Component
public final class BackupJob implements JobType {
    public static final String NAME = "console.backup";

    private final Backups backups;
    private final TextBundle texts = TextBundle.of(BackupJob.class);

    @Activate
    public BackupJob(@Reference Backups backups) {
        this.backups = backups;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(JobContext context) {
        return backups.create(
                        context.payload(),
                        context.account(),
                        (done, total, table) -> context.progress(done, total, texts.text("backups.doing", table)))
                .name();
    }
}
