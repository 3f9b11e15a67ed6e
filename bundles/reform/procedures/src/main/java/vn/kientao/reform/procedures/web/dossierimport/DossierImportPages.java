package vn.kientao.reform.procedures.web.dossierimport;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.WriterOutput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.platform.api.web.UploadKind;
import vn.kientao.reform.procedures.app.dossierimport.DossierImports;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImport;
import vn.kientao.reform.procedures.domain.dossierimport.ImportedDossier;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** Imports dossiers: template, dry run, refused rows, taking over, undoing. */
@Component
public final class DossierImportPages implements ModuleRoutes {
    private static final String SURE = "sure";
    private static final int PAGE = 20;
    private static final int DOSSIERS = 50;
    private static final int ERRORS_SHOWN = 50;

    private final DossierImports imports;
    private final Sheets sheets;
    private final DossierImportFinder finder;
    private final Templates templates = new StaticTemplates();

    @Activate
    public DossierImportPages(@Reference DossierImports imports, @Reference Sheets sheets) {
        this.imports = imports;
        this.sheets = sheets;
        this.finder = new DossierImportFinder(imports);
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/import-dossiers", DossierImportPermissions.IMPORT, this::list)
                .menu("dossier-import.menu", "folder2-open", 45);
        routes.post("/import-dossiers", DossierImportPermissions.IMPORT, this::receive)
                .uploads(DossierImportFinder.MOST_BYTES, UploadKind.XLSX, UploadKind.TEXT);
        routes.get(
                "/import-dossiers-template.xlsx",
                DossierImportPermissions.IMPORT,
                request -> template(request, SheetFormat.XLSX));
        routes.get(
                "/import-dossiers-template.csv",
                DossierImportPermissions.IMPORT,
                request -> template(request, SheetFormat.CSV));
        routes.get("/import-dossiers/{id}", DossierImportPermissions.IMPORT, this::show);
        routes.get("/import-dossiers/{id}/status", DossierImportPermissions.IMPORT, this::status);
        routes.get(
                "/import-dossiers/{id}/refused.xlsx",
                DossierImportPermissions.IMPORT,
                request -> refused(request, SheetFormat.XLSX));
        routes.get(
                "/import-dossiers/{id}/refused.csv",
                DossierImportPermissions.IMPORT,
                request -> refused(request, SheetFormat.CSV));
        routes.post("/import-dossiers/{id}/commit", DossierImportPermissions.IMPORT, this::commit);
        routes.post("/import-dossiers/{id}/discard", DossierImportPermissions.IMPORT, this::discard);
        routes.post("/import-dossiers/{id}/undo", DossierImportPermissions.IMPORT, this::undo);
    }

    private Reply list(Request request) {
        return list(request, Optional.empty());
    }

    private Reply.View list(Request request, Optional<String> mistake) {
        Page page = request.page();
        long before = DossierImportFinder.from(request, "before", Long.MAX_VALUE);
        List<DossierImport> some = imports.page(request.agency().code(), before, PAGE + 1);
        DossierImportListModel model = new DossierImportListModel(
                page, some.subList(0, Math.min(some.size(), PAGE)), some.size() > PAGE, mistake);
        return page(page.text("dossier-import.title"), templates.dossierimportImports(model));
    }

    private Reply receive(Request request) {
        Optional<Upload> file = request.upload("file").filter(upload -> upload.size() > 0);
        if (file.isEmpty()) {
            return list(request, Optional.of(request.page().text("dossier-import.no-file")))
                    .status(422);
        }
        return Reply.seeOther(address(request, finder.receive(request, file.get())));
    }

    private Reply template(Request request, SheetFormat format) {
        ImportTemplate template = new ImportTemplate(sheets, request.page().texts());
        return Reply.download(
                format.fileName("mau-nhap-ho-so"), format.contentType(), out -> template.writeTo(format, out));
    }

    private Reply show(Request request) {
        return show(request, finder.find(request), new FormErrors());
    }

    private static FormView form(Request request, FormErrors errors) {
        return new FormView(request.page(), request.fields(), errors);
    }

    private Reply.View show(Request request, DossierImport shown, FormErrors errors) {
        Page page = request.page();
        long after = DossierImportFinder.from(request, "after", 0);
        List<ImportedDossier> some =
                shown.state().working() ? List.of() : imports.dossiers(shown.id(), after, DOSSIERS + 1);
        DossierImportModel model = new DossierImportModel(
                page,
                shown,
                imports.job(shown),
                imports.errors(shown.id(), -1, ERRORS_SHOWN),
                some.subList(0, Math.min(some.size(), DOSSIERS)),
                some.size() > DOSSIERS,
                form(request, errors));
        if (!model.errors().isEmpty()) {
            personalDataShown(request, shown);
        }
        return page(shown.fileName(), templates.dossierimportImport(model))
                .crumbs(new Reply.Crumb(page.text("dossier-import.title"), page.link("/import-dossiers")));
    }

    /** What was typed into a refused row is shown as it is. */
    private static void personalDataShown(Request request, DossierImport shown) {
        request.personalDataShown(
                "dossier-import", String.valueOf(shown.id()), DossierImportFinder.text("dossier-import.purpose"));
    }

    /** What the page asks every second while a job runs. */
    private Reply status(Request request) {
        DossierImport shown = finder.find(request);
        DossierImportModel model = new DossierImportModel(
                request.page(),
                shown,
                imports.job(shown),
                List.of(),
                List.of(),
                false,
                form(request, new FormErrors()));
        return Reply.json(Map.of(
                "state", model.running() ? "running" : "done",
                "progress", model.percent(),
                "message", model.doing()));
    }

    private Reply refused(Request request, SheetFormat format) {
        DossierImport shown = finder.find(request);
        personalDataShown(request, shown);
        RefusedRows rows = new RefusedRows(imports, sheets, request.page().texts());
        return Reply.download(
                format.fileName("dong-bi-tu-choi-" + shown.id()),
                format.contentType(),
                out -> rows.writeTo(shown.id(), format, out));
    }

    private Reply commit(Request request) {
        DossierImport checked = finder.find(request);
        boolean acceptedOnly = request.field("accepted-only").isPresent();
        imports.commit(checked, acceptedOnly, request.actor().account());
        return Reply.seeOther(address(request, checked));
    }

    private Reply discard(Request request) {
        imports.discard(finder.find(request).id());
        return Reply.seeOther(request.page().link("/import-dossiers"))
                .flash(request.page().text("dossier-import.let-go"));
    }

    private Reply undo(Request request) {
        if (request.field(SURE).isEmpty()) {
            FormErrors errors = new FormErrors();
            errors.add(SURE, DossierImportFinder.text("dossier-import.undo-unsure"));
            return show(request, finder.find(request), errors).status(422);
        }
        return Reply.seeOther(address(request, finder.undo(request)));
    }

    private static String address(Request request, DossierImport shown) {
        return request.page().link("/import-dossiers/" + shown.id());
    }

    private static Reply.View page(String title, JteModel content) {
        return Reply.page(title, out -> content.render(new WriterOutput(out)));
    }
}
