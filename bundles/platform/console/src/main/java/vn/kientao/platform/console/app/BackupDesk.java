package vn.kientao.platform.console.app;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Backups;
import vn.kientao.platform.api.data.Backups.Backup;
import vn.kientao.platform.api.jobs.JobStatus;
import vn.kientao.platform.api.jobs.Jobs;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;

/** What pages and REST do with backups; taking one is a job. */
@Component(service = BackupDesk.class)
public final class BackupDesk {
    /** The job of the room that takes backups: the payload is the reason, the result the name. */
    private static final String JOB = "platform.backup";

    private final Rooms rooms;
    private final Trail trail;
    private final TextBundle texts = TextBundle.of(BackupDesk.class);

    @Activate
    public BackupDesk(@Reference Rooms rooms, @Reference Trail trail) {
        this.rooms = rooms;
        this.trail = trail;
    }

    public boolean present() {
        return rooms.backups().isPresent();
    }

    /** @throws ProblemException 503 while the room is away */
    public Backups room() {
        return rooms.backups()
                .orElseThrow(() -> new ProblemException(
                        new Problem(503, "away", texts.text("backups.away"), texts.text("away.detail"))));
    }

    /** Newest first; none while the room is away. */
    public List<Backup> all() {
        return rooms.backups().map(Backups::all).orElse(List.of());
    }

    /** The backup in the address. */
    public Backup find(Request request) {
        String name = request.pathValue("name");
        return room().find(name)
                .orElseThrow(() -> new ProblemException(
                        new Problem(404, "not-found", texts.text("backups.unknown", name), LocalText.same(""))));
    }

    /** Begins to take a backup, and tells the job's id. */
    public long begin(Jobs jobs, String reason, String account) {
        room();
        return jobs.submit(JOB, reason, Optional.empty(), account);
    }

    /** The last job that took one, or takes one now. */
    public Optional<JobStatus> last(Jobs jobs) {
        return jobs.newest(JOB, 1).stream().findFirst();
    }

    /** The file in the address, after writing down who took it: a backup holds everything. */
    public Reply download(Request request) {
        Backup backup = find(request);
        trail.record(request.audit("console.download-backup", "backup", backup.name(), ""));
        return Reply.download(backup.name(), "application/octet-stream", out -> Files.copy(backup.file(), out));
    }

    public LocalText text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }
}
