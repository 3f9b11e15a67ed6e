package vn.kientao.reform.steering.web.plan;

import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.documents.SheetRefusedException;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.platform.api.web.Body;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.platform.api.web.UploadKind;
import vn.kientao.reform.steering.app.plan.PlanImports;
import vn.kientao.reform.steering.app.plan.PlanRefusedException;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanImport;
import vn.kientao.reform.steering.web.SteeringPermissions;
import vn.kientao.reform.steering.web.templates.StaticTemplates;
import vn.kientao.reform.steering.web.templates.Templates;

/** Lines of a plan from a sheet: hand in, look at what would happen row by row, then take all of them or none. */
@Component
public final class PlanImportPages implements ModuleRoutes {
    private static final long MOST_BYTES = 8L << 20;
    private static final int LONGEST_NAME = 200;
    private static final String IMPORT = "/plans/{plan}/import";

    private final PlanDoor door;
    private final PlanImports imports;
    private final Sheets sheets;
    private final Templates templates = new StaticTemplates();

    @Activate
    public PlanImportPages(@Reference PlanDoor door, @Reference PlanImports imports, @Reference Sheets sheets) {
        this.door = door;
        this.imports = imports;
        this.sheets = sheets;
    }

    @Override
    public void staff(Routes routes) {
        routes.get(IMPORT, SteeringPermissions.PLAN, this::ask);
        routes.post(IMPORT, SteeringPermissions.PLAN, this::receive)
                .uploads(MOST_BYTES, UploadKind.XLSX, UploadKind.TEXT);
        routes.get(IMPORT + "/{import}", SteeringPermissions.PLAN, this::show);
        routes.post(IMPORT + "/{import}", SteeringPermissions.PLAN, this::commit);
    }

    private Reply ask(Request request) {
        return ask(request, door.own(request).plan(), new FormErrors());
    }

    private Reply ask(Request request, Plan plan, FormErrors errors) {
        FormView form = new FormView(request.page(), Map.of(), errors);
        return page(
                        request,
                        plan,
                        "plan.import",
                        out -> templates.planImport(form, plan).render(new WriterOutput(out)))
                .status(errors.isEmpty() ? 200 : 422);
    }

    private Reply receive(Request request) {
        Plan plan = door.own(request).plan();
        FormErrors errors = new FormErrors();
        Optional<Upload> upload = request.upload("file").filter(file -> file.size() > 0);
        if (upload.isEmpty()) {
            errors.add("file", PlanWords.text("plan.error.file"));
            return ask(request, plan, errors);
        }
        Map<Integer, Map<String, String>> rows = rows(upload.get(), errors);
        if (!errors.isEmpty()) {
            return ask(request, plan, errors);
        }
        String name = upload.get().name();
        PlanImport kept = imports.keep(
                plan, name.substring(Math.max(0, name.length() - LONGEST_NAME)), rows, PlanDoor.doer(request));
        return Reply.seeOther(request.page().link("/plans/" + plan.id() + "/import/" + kept.id()));
    }

    private Map<Integer, Map<String, String>> rows(Upload upload, FormErrors errors) {
        try (InputStream in = upload.open()) {
            return new PlanSheetReader(sheets, errors).rows(in);
        } catch (SheetRefusedException e) {
            errors.add("file", e.reason());
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the uploaded file", e);
        }
    }

    private Reply show(Request request) {
        Plan plan = door.own(request).plan();
        return show(request, plan, find(request, plan), new FormErrors(), 200);
    }

    private Reply show(Request request, Plan plan, PlanImport sheet, FormErrors errors, int status) {
        PlanDryRun run = new PlanDryRun(sheet, plan, door.terms(PlanDoor.today(request)));
        PlanImportModel model =
                new PlanImportModel(new FormView(request.page(), Map.of(), errors), plan, sheet, run.rows());
        return page(
                        request,
                        plan,
                        "plan.import",
                        out -> templates.planDryRun(model).render(new WriterOutput(out)))
                .status(status);
    }

    private Reply commit(Request request) {
        Plan plan = door.own(request).plan();
        PlanImport sheet = find(request, plan);
        PlanDryRun run = new PlanDryRun(sheet, plan, door.terms(PlanDoor.today(request)));
        FormErrors errors = new FormErrors();
        if (!run.clean()) {
            errors.add("rows", PlanWords.text("plan.error.rows", "" + run.wrong()));
            return show(request, plan, sheet, errors, 422);
        }
        try {
            imports.commit(plan, sheet, run.items(), PlanDoor.doer(request));
        } catch (PlanRefusedException e) {
            errors.add("rows", e.reason());
            return show(request, plan, sheet, errors, 409);
        }
        return Reply.seeOther(request.page().link("/plans/" + plan.id()))
                .flash(request.page().text("plan.imported", "" + run.items().size()));
    }

    private PlanImport find(Request request, Plan plan) {
        return PlanDoor.number(request.pathValue("import"))
                .flatMap(id -> imports.find(plan, id))
                .orElseThrow(() -> PlanDoor.none(request));
    }

    private static Reply.View page(Request request, Plan plan, String title, Body body) {
        Page page = request.page();
        return Reply.page(page.text(title), body)
                .crumbs(
                        new Reply.Crumb(page.text("plan.title"), page.link("/plans")),
                        new Reply.Crumb(page.text("plan.one", "" + plan.year()), page.link("/plans/" + plan.id())));
    }
}
