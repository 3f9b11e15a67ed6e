package vn.kientao.reform.steering.web.task;

import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.platform.api.web.UploadKind;
import vn.kientao.reform.steering.app.task.EvidenceFiles;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.task.Evidence;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** The evidence of a task: added by those who work on it as long as it is open, handed out only to be saved. */
@Component
public final class EvidencePages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(EvidencePages.class);
    private static final int NAME = 150;

    private final TaskDoor door;
    private final EvidenceFiles files;
    private final Agencies agencies;
    private final Templates templates = new StaticTemplates();

    @Activate
    public EvidencePages(@Reference TaskDoor door, @Reference EvidenceFiles files, @Reference Agencies agencies) {
        this.door = door;
        this.files = files;
        this.agencies = agencies;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/tasks/{code}/files", SteeringPermissions.READ, this::list);
        routes.post("/tasks/{code}/files", SteeringPermissions.WORK, this::add)
                .uploads(
                        EvidenceFiles.MOST_BYTES,
                        UploadKind.PDF,
                        UploadKind.PNG,
                        UploadKind.JPEG,
                        UploadKind.DOCX,
                        UploadKind.XLSX);
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
                files.of(view.task()),
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
        FormErrors errors = new FormErrors();
        Optional<Upload> upload = request.upload("file").filter(one -> one.size() > 0);
        if (upload.isEmpty()) {
            errors.add("file", TEXTS.text("evidence.error.none"));
            return list(request, view, new FormView(request.page(), Map.of(), errors), 422);
        }
        String name = name(upload.get());
        if (!files.add(view.task(), name, bytes(upload.get()), TaskDoor.act(request, "steering.add-evidence", ""))) {
            errors.add("file", TEXTS.text("evidence.error.many", "" + EvidenceFiles.MOST_FILES));
            return list(request, view, new FormView(request.page(), Map.of(), errors), 422);
        }
        return back(request, view, request.page().text("evidence.added", name));
    }

    private static String name(Upload upload) {
        String name = upload.name().isBlank() ? "tep" : upload.name();
        return name.length() <= NAME ? name : name.substring(name.length() - NAME);
    }

    private static byte[] bytes(Upload upload) {
        try (InputStream in = upload.open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply content(Request request) {
        Tasks.View view = door.find(request);
        Evidence file = find(request, view);
        byte[] content = files.content(view.task(), file).orElseThrow(() -> none("" + file.id()));
        return Reply.download(file.name(), file.kind().contentType(), out -> out.write(content));
    }

    private Reply remove(Request request) {
        Tasks.View view = door.find(request);
        Evidence file = find(request, view);
        if (!works(request, view) || !file.agency().equals(request.agency().code())) {
            throw TaskDoor.refused(request.page().text("evidence.remove"));
        }
        files.remove(view.task(), file, TaskDoor.act(request, "steering.remove-evidence", ""));
        return back(request, view, request.page().text("evidence.removed", file.name()));
    }

    private static Reply back(Request request, Tasks.View view, String flash) {
        return Reply.seeOther(request.page().link("/tasks/" + view.task().code() + "/files"))
                .flash(flash);
    }

    private Evidence find(Request request, Tasks.View view) {
        String id = request.pathValue("file");
        return files.of(view.task()).stream()
                .filter(file -> id.equals("" + file.id()))
                .findFirst()
                .orElseThrow(() -> none(id));
    }

    private static ProblemException none(String id) {
        return new ProblemException(new Problem(
                404,
                "evidence-not-found",
                TEXTS.text("evidence.problem.none", id),
                TEXTS.text("task.problem.none.do")));
    }
}
