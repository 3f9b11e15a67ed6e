package vn.kientao.reform.procedures.web.catalogue;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.WriterOutput;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.catalogue.Catalogue;
import vn.kientao.reform.procedures.app.catalogue.SearchQuery;
import vn.kientao.reform.procedures.app.variant.Traits;
import vn.kientao.reform.procedures.domain.catalogue.ProcedureVersion;
import vn.kientao.reform.procedures.domain.variant.Audience;
import vn.kientao.reform.procedures.web.sheet.TableFiles;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** The catalogue for everybody and for staff: search, one procedure. */
@Component
public final class CataloguePages implements ModuleRoutes {
    static final String STAFF_LIST = "/catalogue";

    private final Catalogue catalogue;
    private final Traits traits;
    private final TableFiles files;
    private final TextBundle texts = TextBundle.of(CataloguePages.class);
    private final Templates templates = new StaticTemplates();

    @Activate
    public CataloguePages(@Reference Catalogue catalogue, @Reference Traits traits, @Reference TableFiles files) {
        this.catalogue = catalogue;
        this.traits = traits;
        this.files = files;
    }

    @Override
    public void open(Routes routes) {
        routes.get("/", Permission.ANYONE, this::list)
                .menu("catalogue.menu", "search", 10)
                .query(CatalogueSearchForm.PARAMETERS);
        routes.get("/{code}", Permission.ANYONE, this::show);
    }

    @Override
    public void staff(Routes routes) {
        routes.get(STAFF_LIST, CataloguePermissions.READ, this::staffList)
                .menu("catalogue.menu-staff", "list-check", 30)
                .query(CatalogueSearchForm.STAFF_PARAMETERS);
        files.offer(
                routes,
                STAFF_LIST,
                CataloguePermissions.READ,
                request -> new CatalogueFile(
                                catalogue,
                                CatalogueSearchForm.query(request),
                                request.page().texts())
                        .table());
        routes.get(STAFF_LIST + "/{code}", CataloguePermissions.READ, this::staffShow);
    }

    private Reply list(Request request) {
        CatalogueListModel model = model(request, "/");
        return page(request.page().text("catalogue.title"), templates.catalogueList(model));
    }

    private Reply staffList(Request request) {
        CatalogueListModel model = model(request, STAFF_LIST);
        return page(request.page().text("catalogue.title-staff"), templates.catalogueStaffList(model));
    }

    private Reply show(Request request) {
        Page page = request.page();
        ProcedureVersion version = found(catalogue.open(request.pathValue("code")));
        ProcedureModel model = new ProcedureModel(
                page, version, traits.of(request.pathValue("code")).traits());
        return page(model.name(), templates.catalogueProcedure(model))
                .crumbs(new Reply.Crumb(page.text("catalogue.title"), page.openLink("/")));
    }

    private Reply staffShow(Request request) {
        Page page = request.page();
        ProcedureVersion version = found(catalogue.current(request.pathValue("code")));
        ProcedureModel model = new ProcedureModel(
                page, version, traits.of(request.pathValue("code")).traits());
        return page(model.name(), templates.catalogueStaffProcedure(model))
                .crumbs(new Reply.Crumb(page.text("catalogue.title-staff"), page.link(STAFF_LIST)));
    }

    private CatalogueListModel model(Request request, String base) {
        SearchQuery typed = CatalogueSearchForm.query(request);
        SearchQuery query = base.equals(STAFF_LIST) ? typed : typed.among(Audience.PUBLIC);
        int first = (CatalogueSearchForm.page(request) - 1) * CatalogueListModel.PAGE_SIZE;
        return new CatalogueListModel(
                request.page(), query, catalogue.search(query, first, CatalogueListModel.PAGE_SIZE), base);
    }

    private ProcedureVersion found(Optional<ProcedureVersion> version) {
        return version.orElseThrow(() -> new ProblemException(new Problem(
                404,
                "procedure-not-found",
                texts.text("catalogue.not-found"),
                texts.text("catalogue.not-found-help"))));
    }

    private static Reply.View page(String title, JteModel content) {
        return Reply.page(title, out -> content.render(new WriterOutput(out)));
    }
}
