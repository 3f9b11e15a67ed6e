package vn.kientao.reform.procedures.web.catalogue;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.platform.api.web.UploadKind;
import vn.kientao.reform.procedures.app.importing.CatalogueImports;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueImport;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** Imports national records: hand in a file, follow the dry run, read the report, confirm. */
@Component
public final class ImportPages implements ModuleRoutes {
    /** More than the whole national database. */
    static final long MOST_BYTES = 512L << 20;

    private static final int NEWEST = 20;
    private static final int ERRORS_SHOWN = 50;

    private final CatalogueImports imports;
    private final ImportFinder finder;
    private final ErrorReport report;
    private final Templates templates = new StaticTemplates();

    @Activate
    public ImportPages(@Reference CatalogueImports imports, @Reference Sheets sheets) {
        this.imports = imports;
        this.finder = new ImportFinder(imports);
        this.report = new ErrorReport(imports, sheets);
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/import", CataloguePermissions.IMPORT, this::list).menu("catalogue.import.menu", "upload", 40);
        routes.post("/import", CataloguePermissions.IMPORT, this::receive).uploads(MOST_BYTES, UploadKind.TEXT);
        routes.get("/import/{id}", CataloguePermissions.IMPORT, this::show);
        routes.get("/import/{id}/status", CataloguePermissions.IMPORT, this::status);
        routes.get("/import/{id}/errors.csv", CataloguePermissions.IMPORT, request -> errors(request, SheetFormat.CSV));
        routes.get(
                "/import/{id}/errors.xlsx", CataloguePermissions.IMPORT, request -> errors(request, SheetFormat.XLSX));
        routes.post("/import/{id}/commit", CataloguePermissions.IMPORT, this::commit);
        routes.post("/import/{id}/discard", CataloguePermissions.IMPORT, this::discard);
    }

    private Reply list(Request request) {
        return list(request, Optional.empty());
    }

    private Reply.View list(Request request, Optional<String> mistake) {
        Page page = request.page();
        ImportListModel model =
                new ImportListModel(page, imports.newest(request.agency().code(), NEWEST), mistake);
        return page(page.text("catalogue.import.title"), templates.catalogueImports(model));
    }

    private Reply receive(Request request) {
        Optional<Upload> file = request.upload("file").filter(upload -> upload.size() > 0);
        if (file.isEmpty()) {
            return list(request, Optional.of(request.page().text("catalogue.import.no-file")))
                    .status(422);
        }
        CatalogueImport begun = receive(imports, request, file.get());
        return Reply.seeOther(address(request, begun));
    }

    /** Keeps an uploaded file and begins its dry run. */
    static CatalogueImport receive(CatalogueImports imports, Request request, Upload upload) {
        try (InputStream in = upload.open()) {
            return imports.receive(
                    in,
                    shortened(upload.name()),
                    upload.size(),
                    request.agency().code(),
                    request.actor().account());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the uploaded file", e);
        }
    }

    private Reply show(Request request) {
        Page page = request.page();
        CatalogueImport shown = finder.find(request);
        ImportModel model =
                new ImportModel(page, shown, imports.job(shown), imports.errors(shown.id(), -1, ERRORS_SHOWN));
        return page(page.text("catalogue.import.one", shown.fileName()), templates.catalogueImport(model))
                .crumbs(new Reply.Crumb(page.text("catalogue.import.title"), page.link("/import")));
    }

    /** What the page asks every second while a job runs. */
    private Reply status(Request request) {
        CatalogueImport shown = finder.find(request);
        ImportModel model =
                new ImportModel(request.page(), shown, imports.job(shown), imports.errors(shown.id(), -1, 0));
        return Reply.json(Map.of(
                "state", model.running() ? "running" : "done",
                "progress", model.percent(),
                "message", model.doing()));
    }

    private Reply errors(Request request, SheetFormat format) {
        return report.file(finder.find(request), format, request.page().texts());
    }

    private Reply commit(Request request) {
        CatalogueImport checked = finder.find(request);
        boolean acceptedOnly = request.field("accepted-only").isPresent();
        imports.commit(checked, acceptedOnly, request.actor().account());
        return Reply.seeOther(address(request, checked));
    }

    private Reply discard(Request request) {
        imports.discard(finder.find(request).id());
        return Reply.seeOther(request.page().link("/import"))
                .flash(request.page().text("catalogue.import.let-go"));
    }

    private static String address(Request request, CatalogueImport shown) {
        return request.page().link("/import/" + shown.id());
    }

    private static String shortened(String name) {
        return name.substring(Math.max(0, name.length() - 200));
    }

    private static Reply.View page(String title, JteModel content) {
        return Reply.page(title, out -> content.render(new WriterOutput(out)));
    }
}
