package vn.kientao.reform.procedures.web.catalogue;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.platform.api.web.UploadKind;
import vn.kientao.reform.procedures.app.catalogue.Catalogue;
import vn.kientao.reform.procedures.app.catalogue.SearchResult;
import vn.kientao.reform.procedures.app.importing.CatalogueImports;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueImport;
import vn.kientao.reform.procedures.domain.variant.Audience;

/** The catalogue and its imports for programs. */
@Component
public final class CatalogueApi implements ModuleRoutes {
    private static final int PAGE_SIZE = 50;
    private static final int MOST_ERRORS = 1000;

    private final Catalogue catalogue;
    private final CatalogueImports imports;
    private final ImportFinder finder;
    private final TextBundle texts = TextBundle.of(CatalogueApi.class);

    @Activate
    public CatalogueApi(@Reference Catalogue catalogue, @Reference CatalogueImports imports) {
        this.catalogue = catalogue;
        this.imports = imports;
        this.finder = new ImportFinder(imports);
    }

    @Override
    public void openApi(Routes routes) {
        routes.get("/", Permission.ANYONE, this::search)
                .summary("catalogue.api.search")
                .query(CatalogueSearchForm.PARAMETERS)
                .returns(ProcedureJson.Listing.class);
        routes.get("/{code}", Permission.ANYONE, this::show)
                .summary("catalogue.api.show")
                .returns(ProcedureJson.class)
                .versioned();
    }

    @Override
    public void api(Routes routes) {
        routes.post("/imports", CataloguePermissions.IMPORT, this::receive)
                .summary("catalogue.api.import")
                .uploads(ImportPages.MOST_BYTES, UploadKind.TEXT)
                .returns(ImportJson.class);
        routes.get("/imports/{id}", CataloguePermissions.IMPORT, this::showImport)
                .summary("catalogue.api.show-import")
                .returns(ImportJson.class);
        routes.get("/imports/{id}/errors", CataloguePermissions.IMPORT, this::errors)
                .summary("catalogue.api.errors")
                .query("after")
                .returns(ImportJson.Errors.class);
        routes.post("/imports/{id}/commit", CataloguePermissions.IMPORT, this::commit)
                .summary("catalogue.api.commit")
                .query("acceptedOnly")
                .returns(ImportJson.class);
    }

    private Reply search(Request request) {
        int page = CatalogueSearchForm.page(request);
        SearchResult result = catalogue.search(
                CatalogueSearchForm.query(request).among(Audience.PUBLIC), (page - 1) * PAGE_SIZE, PAGE_SIZE);
        return Reply.json(ProcedureJson.Listing.of(result, page, PAGE_SIZE));
    }

    private Reply show(Request request) {
        return catalogue
                .open(request.pathValue("code"))
                .map(version -> Reply.json(ProcedureJson.of(version)).version(version.number()))
                .orElseThrow(() -> new ProblemException(new Problem(
                        404,
                        "procedure-not-found",
                        texts.text("catalogue.not-found"),
                        texts.text("catalogue.not-found-help"))));
    }

    private Reply receive(Request request) {
        Upload upload = request.upload("file")
                .filter(file -> file.size() > 0)
                .orElseThrow(() -> new ProblemException(new Problem(
                        422,
                        "file-missing",
                        texts.text("catalogue.import.no-file"),
                        texts.text("catalogue.import.no-file"),
                        List.of(new Problem.FieldError("file", texts.text("catalogue.import.no-file"))))));
        CatalogueImport begun = ImportPages.receive(imports, request, upload);
        return new Reply.Json(
                202, ImportJson.of(begun), Map.of("Location", request.page().link("/imports/" + begun.id())));
    }

    private Reply showImport(Request request) {
        return Reply.json(ImportJson.of(finder.find(request)));
    }

    private Reply errors(Request request) {
        CatalogueImport shown = finder.find(request);
        int after = request.query("after")
                .filter(place -> place.matches("[0-9]{1,9}"))
                .map(Integer::parseInt)
                .orElse(-1);
        return Reply.json(ImportJson.Errors.of(
                imports.errors(shown.id(), after, MOST_ERRORS), request.page().texts()));
    }

    private Reply commit(Request request) {
        boolean acceptedOnly =
                request.query("acceptedOnly").filter("true"::equals).isPresent();
        CatalogueImport begun = imports.commit(
                finder.find(request), acceptedOnly, request.actor().account());
        return new Reply.Json(202, ImportJson.of(begun), Map.of());
    }
}
