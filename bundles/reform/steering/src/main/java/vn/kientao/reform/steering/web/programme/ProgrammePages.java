package vn.kientao.reform.steering.web.programme;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.goal.Targets;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.programme.Document;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** The programme as pages: its areas and documents, and each document clause by clause with how its tasks stand. */
@Component
public final class ProgrammePages implements ModuleRoutes {
    private final Programmes programmes;
    private final Targets targets;
    private final Agencies agencies;
    private final Templates templates = new StaticTemplates();

    @Activate
    public ProgrammePages(@Reference Programmes programmes, @Reference Targets targets, @Reference Agencies agencies) {
        this.programmes = programmes;
        this.targets = targets;
        this.agencies = agencies;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/programme", SteeringPermissions.READ, this::show).menu("programme.menu", "signpost-2", 20);
        routes.get("/programme/{document}", SteeringPermissions.READ, this::document);
    }

    @Override
    public void open(Routes routes) {
        routes.get("/", Permission.ANYONE, this::show).menu("programme.menu", "signpost-2", 20);
        routes.get("/programme/{document}", Permission.ANYONE, this::document);
    }

    private Reply show(Request request) {
        Page page = request.page();
        LocalDate today = today(request);
        ProgrammeModel model = new ProgrammeModel(
                page,
                today,
                programmes.areas(today),
                programmes.documents(),
                targets.byArea(today.getYear()),
                area -> programmes
                        .lead(area, today)
                        .map(agency -> page.texts().get(agency.name()))
                        .orElse(""));
        return Reply.page(
                page.text("programme.title"),
                out -> templates.programmeProgramme(model).render(new WriterOutput(out)));
    }

    private Reply document(Request request) {
        Page page = request.page();
        DocumentModel model = document(page, ProgrammeDoor.course(request, programmes), today(request));
        return Reply.page(
                        model.course().document().title(),
                        out -> templates.programmeDocument(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("programme.title"), model.programmeLink()));
    }

    private DocumentModel document(Page page, Programmes.Course course, LocalDate today) {
        AgencyNames names = new AgencyNames(agencies, page);
        Optional<Document> replacedBy = course.document()
                .replacedBy()
                .flatMap(id -> programmes.documents().stream()
                        .filter(one -> one.id() == id)
                        .findFirst());
        return new DocumentModel(
                page,
                course,
                replacedBy,
                programmes.areas(today),
                clause -> programmes
                        .lead(clause.lead(), clause.area(), today)
                        .map(agency -> names.of(agency.code()))
                        .orElse(""),
                names);
    }

    private static LocalDate today(Request request) {
        return Acts.today(request);
    }
}
