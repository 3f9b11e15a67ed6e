package vn.kientao.platform.console.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Backups.Backup;
import vn.kientao.platform.api.jobs.JobStatus;
import vn.kientao.platform.api.jobs.Jobs;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.console.app.BackupDesk;

/** Backups (sao lưu): take one, take one away, throw one away. */
@Component(service = PlatformRoutes.class)
public final class BackupPages implements PlatformRoutes {
    private static final String PLACE = "/admin/backups";

    private final BackupDesk desk;
    private final Jobs jobs;
    private final People people;

    @Activate
    public BackupPages(@Reference BackupDesk desk, @Reference Jobs jobs, @Reference People people) {
        this.desk = desk;
        this.jobs = jobs;
        this.people = people;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(PLACE, Permission.ADMINISTER, this::list).menu("backups.menu", "archive", 70);
        routes.post(PLACE, Permission.ADMINISTER, this::create);
        routes.get(PLACE + "/{name}/file", Permission.ADMINISTER, desk::download);
        routes.get(PLACE + "/{name}/delete", Permission.ADMINISTER, request -> ask(request, new FormErrors()));
        routes.post(PLACE + "/{name}/delete", Permission.ADMINISTER, this::delete)
                .stepUp();
    }

    Reply list(Request request) {
        Texts texts = request.page().texts();
        Optional<JobStatus> last = desk.last(jobs);
        List<Backup> all = desk.all();
        Names names = Names.of(all.stream().map(Backup::account).toList(), people, request);
        BackupListModel model = new BackupListModel(
                request.page(),
                desk.present(),
                all.stream().map(backup -> row(backup, names)).toList(),
                last.filter(job -> !job.state().ended()).map(job -> running(job, request.page())),
                last.filter(job -> job.state() == JobStatus.State.FAILED)
                        .flatMap(JobStatus::reason)
                        .map(texts::get)
                        .orElse(""));
        return Pages.of(texts.get("backups.title"), Pages.TEMPLATES.consoleBackups(model));
    }

    Reply create(Request request) {
        String reason = request.field("reason").orElse(request.page().text("backups.by-hand"));
        desk.begin(jobs, reason, request.actor().account());
        return Reply.seeOther(PLACE).flash(request.page().text("backups.begun"));
    }

    private Reply ask(Request request, FormErrors errors) {
        Backup backup = desk.find(request);
        Texts texts = request.page().texts();
        Confirmation model = new Confirmation(
                request.page(),
                texts.get("backups.delete.ask"),
                backup.name(),
                List.of(texts.get("backups.delete.happens", Formats.time(backup.at()))),
                PLACE + "/" + backup.name() + "/delete",
                Map.of(),
                Optional.of(new Confirmation.Ask(
                        "typed",
                        texts.get("backups.typed"),
                        texts.get("backups.typed.hint", backup.name()),
                        request.field("typed").orElse(""))),
                texts.get("backups.delete.button"),
                true,
                PLACE,
                Optional.empty(),
                errors);
        return Pages.confirm(model).crumbs(new Reply.Crumb(texts.get("backups.title"), PLACE));
    }

    Reply delete(Request request) {
        Backup backup = desk.find(request);
        if (!request.field("typed").filter(backup.name()::equals).isPresent()) {
            FormErrors errors = new FormErrors();
            errors.add("typed", desk.text("backups.typed.wrong", backup.name()));
            return ask(request, errors);
        }
        desk.room().delete(backup.name(), request.actor().account());
        return Reply.seeOther(PLACE).flash(request.page().text("backups.deleted", backup.name()));
    }

    private static BackupListModel.Row row(Backup backup, Names names) {
        return new BackupListModel.Row(
                backup.name(),
                Formats.time(backup.at()),
                names.who(backup.account()),
                backup.reason(),
                Words.bytes(backup.bytes()),
                Formats.number(backup.rows()),
                String.join(", ", backup.schemas()),
                backup.sha256());
    }

    private static BackupListModel.Running running(JobStatus job, Page page) {
        long percent = job.total() == 0 ? 0 : Math.min(100, job.done() * 100 / job.total());
        return new BackupListModel.Running(
                "/api/v1/jobs/" + job.id(), percent, page.texts().get(job.doing()));
    }
}
