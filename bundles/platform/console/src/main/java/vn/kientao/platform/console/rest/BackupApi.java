package vn.kientao.platform.console.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Backups.Backup;
import vn.kientao.platform.api.jobs.Jobs;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.console.app.BackupDesk;

/** Backups for programs; taking one answers 202 and the job to follow. */
@Component(service = PlatformRoutes.class)
public final class BackupApi implements PlatformRoutes {
    private static final String PLACE = "/api/v1/admin/backups";

    private final BackupDesk desk;
    private final Jobs jobs;

    @Activate
    public BackupApi(@Reference BackupDesk desk, @Reference Jobs jobs) {
        this.desk = desk;
        this.jobs = jobs;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PLACE, Permission.ADMINISTER, this::list)
                .summary("api.backups")
                .returns(BackupJson[].class);
        routes.post(PLACE, Permission.ADMINISTER, this::create)
                .summary("api.backups.create")
                .accepts(Order.class)
                .returns(Begun.class);
        routes.get(PLACE + "/{name}", Permission.ADMINISTER, request -> Reply.json(BackupJson.of(desk.find(request))))
                .summary("api.backups.show")
                .returns(BackupJson.class);
        routes.get(PLACE + "/{name}/file", Permission.ADMINISTER, desk::download)
                .summary("api.backups.file");
        routes.delete(PLACE + "/{name}", Permission.ADMINISTER, this::delete)
                .stepUp()
                .summary("api.backups.delete")
                .returns(BackupJson.class);
    }

    /** A backup. */
    public record BackupJson(
            String name,
            Instant at,
            String account,
            String reason,
            List<String> schemas,
            long rows,
            long bytes,
            String sha256) {

        static BackupJson of(Backup backup) {
            return new BackupJson(
                    backup.name(),
                    backup.at(),
                    backup.account(),
                    backup.reason(),
                    backup.schemas(),
                    backup.rows(),
                    backup.bytes(),
                    backup.sha256());
        }
    }

    /** Why a backup is wanted. */
    public record Order(@Nullable String reason) {}

    /** The job that takes it. */
    public record Begun(long job) {}

    Reply list(Request request) {
        return Reply.json(desk.room().all().stream().map(BackupJson::of).toList());
    }

    Reply create(Request request) {
        String asked = request.header("Content-Type").isPresent()
                ? request.json(Order.class).reason()
                : null;
        String reason =
                asked == null || asked.isBlank() ? desk.text("backups.by-hand").vi() : asked;
        long job = desk.begin(jobs, reason, request.actor().account());
        return new Reply.Json(202, new Begun(job), Map.of("Location", "/api/v1/jobs/" + job));
    }

    Reply delete(Request request) {
        Backup backup = desk.find(request);
        desk.room().delete(backup.name(), request.actor().account());
        return Reply.json(BackupJson.of(backup));
    }
}
