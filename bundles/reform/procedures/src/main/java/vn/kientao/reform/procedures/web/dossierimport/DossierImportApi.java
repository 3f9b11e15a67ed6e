package vn.kientao.reform.procedures.web.dossierimport;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.platform.api.web.UploadKind;
import vn.kientao.reform.procedures.app.dossierimport.DossierImports;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImport;

/** Imports of dossiers for programs. */
@Component
public final class DossierImportApi implements ModuleRoutes {
    private static final int PAGE = 50;
    private static final int MOST_ERRORS = 1000;

    private final DossierImports imports;
    private final DossierImportFinder finder;

    @Activate
    public DossierImportApi(@Reference DossierImports imports) {
        this.imports = imports;
        this.finder = new DossierImportFinder(imports);
    }

    @Override
    public void api(Routes routes) {
        routes.post("/dossier-imports", DossierImportPermissions.IMPORT, this::receive)
                .summary("dossier-import.api.receive")
                .uploads(DossierImportFinder.MOST_BYTES, UploadKind.XLSX, UploadKind.TEXT)
                .returns(DossierImportJson.class);
        routes.get("/dossier-imports", DossierImportPermissions.IMPORT, this::list)
                .summary("dossier-import.api.list")
                .query("before")
                .returns(DossierImportJson.Listing.class);
        routes.get("/dossier-imports/{id}", DossierImportPermissions.IMPORT, this::show)
                .summary("dossier-import.api.show")
                .returns(DossierImportJson.class);
        routes.get("/dossier-imports/{id}/errors", DossierImportPermissions.IMPORT, this::errors)
                .summary("dossier-import.api.errors")
                .query("after")
                .returns(DossierImportJson.Errors.class);
        routes.post("/dossier-imports/{id}/commit", DossierImportPermissions.IMPORT, this::commit)
                .summary("dossier-import.api.commit")
                .query("acceptedOnly")
                .returns(DossierImportJson.class);
        routes.post("/dossier-imports/{id}/discard", DossierImportPermissions.IMPORT, this::discard)
                .summary("dossier-import.api.discard")
                .returns(DossierImportJson.class);
        routes.post("/dossier-imports/{id}/undo", DossierImportPermissions.IMPORT, this::undo)
                .summary("dossier-import.api.undo")
                .returns(DossierImportJson.class);
    }

    private Reply receive(Request request) {
        Upload upload = request.upload("file")
                .filter(file -> file.size() > 0)
                .orElseThrow(() -> new ProblemException(new Problem(
                        422,
                        "file-missing",
                        DossierImportFinder.text("dossier-import.no-file"),
                        DossierImportFinder.text("dossier-import.no-file"),
                        List.of(new Problem.FieldError("file", DossierImportFinder.text("dossier-import.no-file"))))));
        DossierImport begun = finder.receive(request, upload);
        return new Reply.Json(
                202,
                DossierImportJson.of(begun),
                Map.of("Location", request.page().link("/dossier-imports/" + begun.id())));
    }

    private Reply list(Request request) {
        long before = DossierImportFinder.from(request, "before", Long.MAX_VALUE);
        return Reply.json(
                new DossierImportJson.Listing(imports.page(request.agency().code(), before, PAGE).stream()
                        .map(DossierImportJson::of)
                        .toList()));
    }

    private Reply show(Request request) {
        return Reply.json(DossierImportJson.of(finder.find(request)));
    }

    private Reply errors(Request request) {
        DossierImport shown = finder.find(request);
        request.personalDataShown(
                "dossier-import", String.valueOf(shown.id()), DossierImportFinder.text("dossier-import.purpose"));
        int after = (int) Math.min(Integer.MAX_VALUE, DossierImportFinder.from(request, "after", -1));
        return Reply.json(new DossierImportJson.Errors(imports.errors(shown.id(), after, MOST_ERRORS).stream()
                .map(error -> DossierImportJson.Line.of(error, request.page().texts()))
                .toList()));
    }

    private Reply commit(Request request) {
        boolean acceptedOnly =
                request.query("acceptedOnly").filter("true"::equals).isPresent();
        return accepted(imports.commit(
                finder.find(request), acceptedOnly, request.actor().account()));
    }

    private Reply discard(Request request) {
        imports.discard(finder.find(request).id());
        return show(request);
    }

    private Reply undo(Request request) {
        return accepted(finder.undo(request));
    }

    private static Reply accepted(DossierImport begun) {
        return new Reply.Json(202, DossierImportJson.of(begun), Map.of());
    }
}
