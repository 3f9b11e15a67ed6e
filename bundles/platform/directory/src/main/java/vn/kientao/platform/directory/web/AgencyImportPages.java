package vn.kientao.platform.directory.web;

import gg.jte.output.WriterOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.platform.api.web.UploadKind;
import vn.kientao.platform.directory.app.AgencyImports;
import vn.kientao.platform.directory.app.AgencyImports.Plan;
import vn.kientao.platform.directory.domain.RegisteredAgency;
import vn.kientao.platform.directory.web.templates.StaticTemplates;
import vn.kientao.platform.directory.web.templates.Templates;

/** Importing agencies: a file is tried, its plan or its mistakes are shown, then somebody says yes. */
@Component
public final class AgencyImportPages implements PlatformRoutes {
    private final AgencyImports imports;
    private final Templates templates = new StaticTemplates();

    @Activate
    public AgencyImportPages(@Reference AgencyImports imports) {
        this.imports = imports;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/admin/agencies/import", Permission.ADMINISTER, this::form);
        routes.post("/admin/agencies/import", Permission.ADMINISTER, this::tryOut)
                .uploads(Uploads.MOST_BYTES, UploadKind.TEXT);
        routes.post("/admin/agencies/import/{id}", Permission.ADMINISTER, this::commit);
        routes.post("/api/v1/admin/agencies/import", Permission.ADMINISTER, this::importJson)
                .summary("agencies.api.import")
                .accepts(ImportRequest.class)
                .returns(ImportAnswer.class);
    }

    Reply form(Request request) {
        ImportModel model = new ImportModel(
                request.page(), "agencies", false, "", OptionalLong.empty(), List.of(), List.of(), 0, List.of());
        return page(request, 200, model);
    }

    Reply tryOut(Request request) {
        Upload upload = Uploads.of(request);
        Plan plan = imports.tryOut(
                Uploads.content(upload), upload.name(), request.actor().account());
        return page(request, plan.problems().isEmpty() ? 200 : 422, model(request.page(), plan));
    }

    Reply commit(Request request) {
        Plan plan = imports.commit(Uploads.id(request), request.actor().account(), request::audit)
                .orElseThrow(Uploads::gone);
        if (!plan.problems().isEmpty()) {
            return page(request, 409, model(request.page(), plan));
        }
        String added = Formats.number(plan.added().size());
        String changed = Formats.number(plan.changed().size());
        return Reply.seeOther("/admin/agencies").flash(request.page().text("agencies.imported", added, changed));
    }

    Reply importJson(Request request) {
        ImportRequest body = request.json(ImportRequest.class);
        String account = request.actor().account();
        Plan plan = imports.tryOut(body.csv().getBytes(StandardCharsets.UTF_8), "api", account);
        if (body.commit() && plan.id().isPresent()) {
            plan = imports.commit(plan.id().getAsLong(), account, request::audit)
                    .orElseThrow(Uploads::gone);
        }
        boolean sound = plan.problems().isEmpty();
        ImportAnswer answer = new ImportAnswer(
                body.commit() && sound,
                plan.added().size(),
                plan.changed().size(),
                plan.unchanged(),
                plan.problems().stream().map(ImportAnswer.Mistake::of).toList());
        return new Reply.Json(sound ? 200 : 422, answer, Map.of());
    }

    private Reply page(Request request, int status, ImportModel model) {
        return Reply.page(
                        request.page().text("agencies.import.title"),
                        out -> templates.directoryImport(model).render(new WriterOutput(out)))
                .status(status)
                .crumbs(new Reply.Crumb(request.page().text("agencies.title"), "/admin/agencies"));
    }

    private static ImportModel model(Page page, Plan plan) {
        List<String> lines = new ArrayList<>();
        plan.added().forEach(agency -> lines.add(page.text("agencies.import.add", agency.code(), name(page, agency))));
        plan.changed()
                .forEach(agency -> lines.add(page.text("agencies.import.change", agency.code(), name(page, agency))));
        return new ImportModel(
                page,
                "agencies",
                true,
                plan.fileName(),
                plan.id(),
                plan.problems(),
                lines,
                plan.unchanged(),
                List.of());
    }

    private static String name(Page page, RegisteredAgency agency) {
        return page.texts().get(agency.agency().name());
    }

    /** @param commit whether to make the changes when there are no mistakes */
    public record ImportRequest(String csv, boolean commit) {}
}
