package vn.kientao.reform.steering.web.programme;

import gg.jte.output.WriterOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.programme.ProgrammeDesk;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.programme.Document;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Keeping the documents of the programme: adding one, changing and ending it, removing one that nothing leads to. */
@Component
public final class DocumentEditPages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(DocumentEditPages.class);
    private static final String TYPE = "document";

    private final Programmes programmes;
    private final ProgrammeDesk desk;
    private final Templates templates = new StaticTemplates();

    @Activate
    public DocumentEditPages(@Reference Programmes programmes, @Reference ProgrammeDesk desk) {
        this.programmes = programmes;
        this.desk = desk;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/programme/new", SteeringPermissions.PROGRAMME, this::blank);
        routes.post("/programme/new", SteeringPermissions.PROGRAMME, this::add);
        routes.get("/programme/{document}/edit", SteeringPermissions.PROGRAMME, this::edit);
        routes.post("/programme/{document}/edit", SteeringPermissions.PROGRAMME, this::change);
        routes.post("/programme/{document}/remove", SteeringPermissions.PROGRAMME, this::remove);
    }

    private Reply blank(Request request) {
        return form(request, Optional.empty(), FormView.of(request.page(), Map.of()), 200);
    }

    private Reply edit(Request request) {
        Document document = document(request);
        return form(
                request,
                Optional.of(document),
                FormView.of(request.page(), DocumentForm.of(document, programmes.documents())),
                200);
    }

    private Document document(Request request) {
        return ProgrammeDoor.course(request, programmes).document();
    }

    private Reply form(Request request, Optional<Document> old, FormView form, int status) {
        Page page = request.page();
        List<Document> others = programmes.documents().stream()
                .filter(one -> old.filter(same -> same.id() == one.id()).isEmpty())
                .toList();
        DocumentFormModel model = new DocumentFormModel(form, old, others);
        Reply.View view = Reply.page(
                        page.text(old.isPresent() ? "programme.edit" : "programme.new"),
                        out -> templates.programmeForm(model).render(new WriterOutput(out)))
                .status(status);
        return old.map(one -> view.crumbs(ProgrammeDoor.home(page), ProgrammeDoor.one(page, one)))
                .orElseGet(() -> view.crumbs(ProgrammeDoor.home(page)));
    }

    private Reply add(Request request) {
        FormErrors errors = new FormErrors();
        Optional<Document> document = new DocumentForm(request, errors).read(Optional.empty(), programmes.documents());
        if (document.isPresent() && !desk.add(document.get(), Acts.act(request, "add-document", TYPE, ""))) {
            errors.add("code", TEXTS.text("programme.error.code", document.get().code()));
        }
        if (document.isEmpty() || !errors.isEmpty()) {
            return form(request, Optional.empty(), new FormView(request.page(), request.fields(), errors), 422);
        }
        return done(request, "/programme/" + document.get().code(), "programme.added");
    }

    private static Reply done(Request request, String path, String key) {
        return Reply.seeOther(request.page().link(path)).flash(request.page().text(key));
    }

    private Reply change(Request request) {
        Document old = document(request);
        FormErrors errors = new FormErrors();
        ProgrammeDoor.seen(request, old.version(), errors);
        Optional<Document> next = new DocumentForm(request, errors).read(Optional.of(old), programmes.documents());
        if (next.isEmpty()) {
            return form(request, Optional.of(old), new FormView(request.page(), request.fields(), errors), 422);
        }
        try {
            desk.change(old, next.get(), Acts.act(request, "change-document", TYPE, ""));
        } catch (StaleRecordException e) {
            ProgrammeDoor.stale(errors);
            return form(request, Optional.of(old), new FormView(request.page(), request.fields(), errors), 422);
        }
        return done(request, "/programme/" + old.code(), "programme.changed");
    }

    private Reply remove(Request request) {
        Document old = document(request);
        FormErrors errors = new FormErrors();
        ProgrammeDoor.seen(request, old.version(), errors);
        if (!errors.isEmpty()) {
            throw ProgrammeDoor.stale();
        }
        if (!removed(request, old)) {
            throw ProgrammeDoor.used(old.code());
        }
        return done(request, "/programme", "programme.removed");
    }

    private boolean removed(Request request, Document old) {
        try {
            return desk.remove(old, Acts.act(request, "remove-document", TYPE, ""));
        } catch (StaleRecordException e) {
            throw ProgrammeDoor.stale();
        }
    }
}
