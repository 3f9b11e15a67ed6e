package vn.kientao.reform.procedures.web.bulk;

import gg.jte.output.WriterOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.documents.SheetCell;
import vn.kientao.platform.api.documents.SheetColumn;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.documents.SheetLayout;
import vn.kientao.platform.api.documents.SheetWriter;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.bulk.BulkSteps;
import vn.kientao.reform.procedures.app.dossier.Dossiers.Followed;
import vn.kientao.reform.procedures.domain.bulk.BulkRow;
import vn.kientao.reform.procedures.domain.bulk.BulkRun;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierAction;
import vn.kientao.reform.procedures.web.dossier.DeskPermissions;
import vn.kientao.reform.procedures.web.dossier.DossierWords;
import vn.kientao.reform.procedures.web.dossier.PersonalData;
import vn.kientao.reform.procedures.web.dossier.Words;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** One action on the dossiers that were ticked in the list: what would happen, the confirmation, what happened. */
@Component
public final class BulkPages implements ModuleRoutes {
    private final BulkDoor door;
    private final BulkSteps steps;
    private final Sheets sheets;
    private final Templates templates = new StaticTemplates();

    @Activate
    public BulkPages(@Reference BulkDoor door, @Reference BulkSteps steps, @Reference Sheets sheets) {
        this.door = door;
        this.steps = steps;
        this.sheets = sheets;
    }

    @Override
    public void staff(Routes routes) {
        routes.post("/bulk", DeskPermissions.READ, this::preview);
        for (DossierAction action : BulkActions.ALL) {
            routes.post("/bulk/" + action.word(), BulkActions.permission(action), request -> take(request, action));
        }
        routes.get("/bulk/{run}", DeskPermissions.READ, this::show);
        routes.get("/bulk/{run}/csv", DeskPermissions.READ, request -> export(request, SheetFormat.CSV));
        routes.get("/bulk/{run}/xlsx", DeskPermissions.READ, request -> export(request, SheetFormat.XLSX));
    }

    private Reply preview(Request request) {
        String word = request.field("action").orElse("");
        DossierAction action = BulkActions.of(word)
                .filter(one -> request.page().can(BulkActions.permission(one)))
                .orElseThrow(() -> noSuchAction(word));
        List<Chosen> chosen = chosen(request);
        if (chosen.isEmpty()) {
            return nothingChosen(request);
        }
        List<Prospect> prospects = door.prospects(request, action, chosen);
        return page(request, action, prospects, FormView.of(request.page(), Map.of()));
    }

    private Reply take(Request request, DossierAction action) {
        List<Chosen> chosen = chosen(request);
        if (chosen.isEmpty()) {
            return nothingChosen(request);
        }
        List<Prospect> prospects = door.prospects(request, action, chosen);
        FormErrors errors = new FormErrors();
        Map<String, String> values = new LinkedHashMap<>(request.fields());
        values.remove("row");
        Optional<BulkRun> run = door.take(request, action, prospects, values, errors);
        if (run.isPresent()) {
            return Reply.seeOther(request.page().link("/bulk/" + run.get().id()));
        }
        FormView form = new FormView(request.page(), values, errors);
        return page(request, action, prospects, form);
    }

    private static List<Chosen> chosen(Request request) {
        List<Chosen> chosen = Chosen.of(request.fieldAll("row"));
        BulkDoor.bounded(chosen.size());
        return chosen;
    }

    private static Reply nothingChosen(Request request) {
        Page page = request.page();
        return Reply.seeOther(page.link("/dossiers")).flash(page.text("bulk.none"));
    }

    private Reply page(Request request, DossierAction action, List<Prospect> prospects, FormView form) {
        Page page = request.page();
        PersonalData personal = PersonalData.of(request);
        BulkModel model = new BulkModel(
                page,
                action,
                form,
                door.fields(request, action, prospects),
                prospects.stream()
                        .map(prospect -> line(prospect, personal, page))
                        .toList(),
                prospects.stream().filter(Prospect::allowed).count());
        return Reply.page(
                        page.text("bulk.title", model.name()),
                        out -> templates.bulkPreview(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("dossier.list.title"), page.link("/dossiers")))
                .status(form.errors().isEmpty() ? 200 : 422);
    }

    private static BulkModel.Line line(Prospect prospect, PersonalData personal, Page page) {
        String code = prospect.chosen().code();
        String why = prospect.why().in(page.locale());
        Optional<Dossier> found = prospect.found().map(Followed::dossier);
        if (found.isEmpty()) {
            return new BulkModel.Line(code, "", "", "", new DossierWords.Tag("", ""), why);
        }
        Dossier dossier = personal.of(found.get());
        String value = prospect.allowed() ? code + "@" + dossier.version() : "";
        return new BulkModel.Line(
                code,
                value,
                dossier.procedure().name(),
                dossier.submission().applicant().name(),
                DossierWords.status(dossier.status(), page.texts()),
                why);
    }

    private Reply show(Request request) {
        Page page = request.page();
        BulkResultModel model = new BulkResultModel(page, run(request));
        return Reply.page(
                        page.text("bulk.result.title", model.name()),
                        out -> templates.bulkResult(model).render(new WriterOutput(out)))
                .crumbs(new Reply.Crumb(page.text("dossier.list.title"), page.link("/dossiers")));
    }

    private Reply export(Request request, SheetFormat format) {
        BulkRun run = run(request);
        Texts texts = request.page().texts();
        SheetLayout layout = SheetLayout.of(
                texts.get("bulk.sheet"),
                List.of(
                        new SheetColumn(texts.get("dossier.column.code"), 22),
                        new SheetColumn(texts.get("bulk.column.outcome"), 20),
                        new SheetColumn(texts.get("bulk.column.why"), 70)));
        String name = format.fileName("ket-qua-" + run.action().word() + "-" + run.id());
        return Reply.download(name, format.contentType(), out -> {
            try (SheetWriter sheet = sheets.write(format, out, layout)) {
                for (BulkRow row : run.rows()) {
                    sheet.row(List.of(
                            SheetCell.text(row.code()),
                            SheetCell.text(
                                    texts.get("bulk.outcome." + row.outcome().word())),
                            SheetCell.text(row.why().in(texts.locale()))));
                }
            }
        });
    }

    private BulkRun run(Request request) {
        String id = request.pathValue("run");
        return Optional.of(id)
                .filter(text -> text.matches("\\d{1,18}"))
                .flatMap(text -> steps.find(request.agency().code(), Long.parseLong(text)))
                .orElseThrow(() -> new ProblemException(new Problem(
                        404, "bulk-not-found", Words.text("bulk.not-found", id), Words.text("bulk.not-found.do"))));
    }

    private static ProblemException noSuchAction(String word) {
        return new ProblemException(
                new Problem(404, "no-such-step", Words.text("bulk.no-action", word), Words.text("bulk.no-action.do")));
    }
}
