package vn.kientao.reform.steering.web.task;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.task.Extensions;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.task.Extension;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.FormReader;
import vn.kientao.reform.steering.web.ListQuery;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** More time for a task (gia hạn): the lead asks on the page of the task, the giver decides there, from its list of requests. */
@Component
public final class ExtensionPages implements ModuleRoutes {
    private static final int PAGE = 25;

    private final TaskDoor door;
    private final Extensions extensions;
    private final Agencies agencies;
    private final Templates templates = new StaticTemplates();

    @Activate
    public ExtensionPages(@Reference TaskDoor door, @Reference Extensions extensions, @Reference Agencies agencies) {
        this.door = door;
        this.extensions = extensions;
        this.agencies = agencies;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/extensions", SteeringPermissions.GIVE, this::list);
        routes.post("/tasks/{code}/extensions", SteeringPermissions.WORK, this::ask);
        routes.post("/tasks/{code}/extensions/{id}", SteeringPermissions.GIVE, this::decide);
    }

    private Reply list(Request request) {
        Page page = request.page();
        long above = ListQuery.key(request).orElse(0L);
        List<Extension> rows = extensions.pending(request.agency().code(), above, PAGE + 1);
        ExtensionListModel model = new ExtensionListModel(
                page,
                rows.size() > PAGE ? rows.subList(0, PAGE) : rows,
                above == 0,
                rows.size() > PAGE,
                new AgencyNames(agencies, page));
        return Reply.page(
                        page.text("extension.title"),
                        out -> templates.taskExtensions(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("task.title"), page.link("/tasks")));
    }

    private Reply ask(Request request) {
        Tasks.View view = door.find(request);
        if (!view.has(request.agency().code(), Part.LEAD)) {
            throw TaskDoor.refused(request.page().text("extension.ask"));
        }
        FormErrors errors = new FormErrors();
        TaskDoor.seen(request, view.task(), errors);
        Optional<ExtensionForm.Wish> wish = form(request, errors).wish(view.task(), extensions);
        if (wish.isEmpty()) {
            return door.show(request, view, errors);
        }
        try {
            extensions.ask(
                    view.task(),
                    wish.get().wanted(),
                    wish.get().reason(),
                    TaskDoor.act(request, "steering.ask-extension", ""));
        } catch (StaleRecordException e) {
            return door.stale(request);
        }
        return back(request, view, "extension.asked");
    }

    private Reply decide(Request request) {
        Tasks.View view = door.find(request);
        Extension extension = pending(request, view, extensions);
        FormErrors errors = new FormErrors();
        TaskDoor.seen(request, view.task(), errors);
        Optional<ExtensionForm.Decision> decision = form(request, errors).decision(extension);
        if (decision.isEmpty()) {
            return door.show(request, view, errors);
        }
        Optional<LocalDate> day = decision.get().day();
        try {
            extensions.decide(
                    extension,
                    view.task(),
                    day,
                    decision.get().answer(),
                    TaskDoor.act(request, "steering.decide-extension", ""));
        } catch (StaleRecordException e) {
            return door.stale(request);
        }
        return back(request, view, day.isPresent() ? "extension.granted" : "extension.refused");
    }

    private static ExtensionForm form(Request request, FormErrors errors) {
        return new ExtensionForm(new FormReader(request, errors), errors, TaskDoor.today(request));
    }

    /** The request of the address that waits for the agency's decision. */
    static Extension pending(Request request, Tasks.View view, Extensions extensions) {
        return extensions.of(view.task()).stream()
                .filter(one -> request.pathValue("id").equals("" + one.id()))
                .filter(Extension::pending)
                .filter(one -> view.has(request.agency().code(), Part.GIVE))
                .findFirst()
                .orElseThrow(() -> TaskDoor.refused(request.page().text("extension.decide")));
    }

    private static Reply back(Request request, Tasks.View view, String key) {
        return Reply.seeOther(request.page().link("/tasks/" + view.task().code()))
                .flash(request.page().text(key));
    }
}
