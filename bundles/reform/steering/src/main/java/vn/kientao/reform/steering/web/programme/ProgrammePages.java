package vn.kientao.reform.steering.web.programme;

import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** The programme as pages: its areas and documents, and each document clause by clause with how its tasks stand. */
@Component
public final class ProgrammePages implements ModuleRoutes {
    private static final TextBundle TEXTS = TextBundle.of(ProgrammePages.class);

    private final Programmes programmes;
    private final Agencies agencies;
    private final Templates templates = new StaticTemplates();

    @Activate
    public ProgrammePages(@Reference Programmes programmes, @Reference Agencies agencies) {
        this.programmes = programmes;
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
                programmes.areas(today),
                programmes.documents(),
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
        String code = request.pathValue("document");
        DocumentModel model = programmes
                .course(code, today(request))
                .map(course -> document(page, course, today(request)))
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "document-not-found",
                        TEXTS.text("programme.problem.none", code),
                        TEXTS.text("programme.problem.none.do"))));
        return Reply.page(
                        model.course().document().title(),
                        out -> templates.programmeDocument(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("programme.title"), model.programmeLink()));
    }

    private DocumentModel document(Page page, Programmes.Course course, LocalDate today) {
        AgencyNames names = new AgencyNames(agencies, page);
        List<Area> areas = programmes.areas(today);
        Map<String, String> leads = new HashMap<>();
        areas.forEach(area ->
                programmes.lead(area, today).ifPresent(agency -> leads.put(area.code(), names.of(agency.code()))));
        return new DocumentModel(page, course, areas, leads, names);
    }

    private static LocalDate today(Request request) {
        return LocalDate.ofInstant(request.now(), Formats.ZONE);
    }
}
