package vn.kientao.reform.procedures.web.publication;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.reform.procedures.app.catalogue.Catalogue;
import vn.kientao.reform.procedures.domain.catalogue.ProcedureVersion;
import vn.kientao.reform.procedures.domain.publication.RecordFields;
import vn.kientao.reform.procedures.web.form.By;
import vn.kientao.reform.procedures.web.templates.StaticTemplates;
import vn.kientao.reform.procedures.web.templates.Templates;

/** Two versions of a procedure side by side. */
@Component
public final class ComparePages implements ModuleRoutes {
    private final Catalogue catalogue;
    private final Templates templates = new StaticTemplates();

    @Activate
    public ComparePages(@Reference Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void staff(Routes routes) {
        routes.get("/catalogue/{code}/compare", PublicationPermissions.READ, this::compare)
                .query("from", "to", "all");
    }

    private Reply compare(Request request) {
        Page page = request.page();
        String code = request.pathValue("code");
        List<ProcedureVersion> versions = catalogue.versions(code);
        if (versions.isEmpty()) {
            throw By.notFound();
        }
        ProcedureVersion to = chosen(versions, request.query("to")).orElse(versions.get(versions.size() - 1));
        ProcedureVersion from =
                chosen(versions, request.query("from")).orElse(versions.get(Math.max(0, versions.indexOf(to) - 1)));
        Comparison comparison = new Comparison(
                page,
                label(page, from),
                RecordFields.of(from.procedure()),
                label(page, to),
                RecordFields.of(to.procedure()));
        CompareModel model = new CompareModel(
                page,
                code,
                versions.stream()
                        .map(version -> new CompareModel.Choice(
                                String.valueOf(version.number()),
                                label(page, version),
                                version.number() == from.number(),
                                version.number() == to.number()))
                        .toList(),
                comparison,
                request.query("all").isPresent());
        return By.page(page.text("publication.compare.title"), templates.publicationCompare(model))
                .crumbs(
                        new Reply.Crumb(page.text("catalogue.title-staff"), page.link("/catalogue")),
                        new Reply.Crumb(code, page.link("/catalogue/" + code)));
    }

    private static Optional<ProcedureVersion> chosen(List<ProcedureVersion> versions, Optional<String> number) {
        return versions.stream()
                .filter(version ->
                        number.filter(String.valueOf(version.number())::equals).isPresent())
                .findFirst();
    }

    private static String label(Page page, ProcedureVersion version) {
        return page.text(
                "publication.compare.version", String.valueOf(version.number()), Formats.date(version.validFrom()));
    }
}
