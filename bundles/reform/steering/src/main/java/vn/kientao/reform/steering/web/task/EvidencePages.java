package vn.kientao.reform.steering.web.task;

import gg.jte.output.WriterOutput;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.file.Files;
import vn.kientao.reform.steering.app.task.EvidenceFiles;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.file.StoredFile;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.FileDoor;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** The evidence of a task: added by those who work on it as long as it is open, handed out only to be saved. */
@Component
public final class EvidencePages implements ModuleRoutes {
    private final TaskDoor door;
    private final EvidenceFiles evidence;
    private final Files files;
    private final Agencies agencies;
    private final Templates templates = new StaticTemplates();

    @Activate
    public EvidencePages(
            @Reference TaskDoor door,
            @Reference EvidenceFiles evidence,
            @Reference Files files,
            @Reference Agencies agencies) {
        this.door = door;
        this.evidence = evidence;
        this.files = files;
        this.agencies = agencies;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/tasks/{code}/files", SteeringPermissions.READ, this::list);
        FileDoor.accept(routes.post("/tasks/{code}/files", SteeringPermissions.WORK, this::add));
        routes.get("/tasks/{code}/files/{file}", SteeringPermissions.READ, this::content);
        routes.post("/tasks/{code}/files/{file}/remove", SteeringPermissions.WORK, this::remove);
    }

    private Reply list(Request request) {
        return list(request, door.find(request), FormView.of(request.page(), Map.of()), 200);
    }

    private Reply list(Request request, Tasks.View view, FormView form, int status) {
        Page page = request.page();
        EvidenceModel model = new EvidenceModel(
                form,
                view.task(),
                files.of(view.owner()),
                works(request, view),
                request.agency().code(),
                new AgencyNames(agencies, page));
        return Reply.page(
                        page.text("evidence.title", view.task().code()),
                        out -> templates.taskEvidence(model).render(new WriterOutput(out)))
                .crumbs(
                        new Reply.Crumb(page.text("task.title"), page.link("/tasks")),
                        new Reply.Crumb(
                                view.task().code(),
                                page.link("/tasks/" + view.task().code())))
                .status(status);
    }

    private static boolean works(Request request, Tasks.View view) {
        String agency = request.agency().code();
        return view.task().state().open()
                && (view.has(agency, Part.LEAD) || view.has(agency, Part.COOPERATE))
                && request.page().can(SteeringPermissions.WORK);
    }

    private Reply add(Request request) {
        Tasks.View view = door.find(request);
        if (!works(request, view)) {
            throw TaskDoor.refused(request.page().text("evidence.add"));
        }
        FormErrors errors = FileDoor.take(
                request, sent -> evidence.add(view, sent, TaskDoor.act(request, "steering.add-evidence", "")));
        return errors.isEmpty()
                ? back(request, view, request.page().text("file.added"))
                : list(request, view, new FormView(request.page(), Map.of(), errors), 422);
    }

    private Reply content(Request request) {
        return FileDoor.download(request, files, door.find(request).owner());
    }

    private Reply remove(Request request) {
        Tasks.View view = door.find(request);
        StoredFile file = FileDoor.find(request, files, view.owner());
        if (!works(request, view) || !file.agency().equals(request.agency().code())) {
            throw TaskDoor.refused(request.page().text("evidence.remove"));
        }
        evidence.remove(view, file, TaskDoor.act(request, "steering.remove-evidence", ""));
        return back(request, view, request.page().text("evidence.removed", file.name()));
    }

    private static Reply back(Request request, Tasks.View view, String flash) {
        return Reply.seeOther(request.page().link("/tasks/" + view.task().code() + "/files"))
                .flash(flash);
    }
}
