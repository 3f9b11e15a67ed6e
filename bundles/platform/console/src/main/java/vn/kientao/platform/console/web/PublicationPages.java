package vn.kientao.platform.console.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.Publication;
import vn.kientao.platform.api.module.Publication.Audience;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.console.app.Lookup;
import vn.kientao.platform.console.web.PlanModel.AgencyName;

/** Offers a module in the catalogue (kho phân hệ): to nobody, to some agencies, to all. */
@Component(service = PlatformRoutes.class)
public final class PublicationPages implements PlatformRoutes {
    private final Lookup lookup;
    private final ModuleControl control;

    @Activate
    public PublicationPages(@Reference Lookup lookup, @Reference ModuleControl control) {
        this.lookup = lookup;
        this.control = control;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/admin/modules/{module}/publication", Permission.ADMINISTER, this::show);
        routes.post("/admin/modules/{module}/publication", Permission.ADMINISTER, this::publish);
    }

    Reply show(Request request) {
        ModuleStatus module = lookup.module(request);
        Publication now = lookup.modules().publication(module.id());
        return page(request, module, now.audience(), now.agencies(), new FormErrors(), Optional.empty());
    }

    Reply publish(Request request) {
        ModuleStatus module = lookup.module(request);
        Audience audience = audience(request.field("audience").orElse(""));
        Set<String> chosen = audience == Audience.SOME ? Set.copyOf(request.fieldAll("agency")) : Set.of();
        FormErrors errors = new FormErrors();
        if (audience == Audience.SOME && chosen.isEmpty()) {
            errors.add("audience-SOME", lookup.texts().text("publication.none-chosen"));
            return page(request, module, audience, chosen, errors, Optional.empty());
        }
        try {
            control.publish(module.id(), new Publication(audience, chosen), request.actor());
        } catch (ReleaseRefusedException e) {
            return page(request, module, audience, chosen, errors, Optional.of(e.reason()));
        }
        return Reply.seeOther("/admin/modules/" + module.id() + "/agencies")
                .flash(request.page().text("publication.saved"));
    }

    private static Audience audience(String word) {
        return switch (word) {
            case "ALL" -> Audience.ALL;
            case "SOME" -> Audience.SOME;
            default -> Audience.NOBODY;
        };
    }

    private Reply page(
            Request request,
            ModuleStatus module,
            Audience audience,
            Set<String> chosen,
            FormErrors errors,
            Optional<LocalText> refusal) {
        Page page = request.page();
        Texts texts = page.texts();
        List<AgencyName> agencies = lookup.agencies(request).stream()
                .map(agency -> new AgencyName(agency.code(), texts.get(agency.name())))
                .toList();
        PublicationModel model = new PublicationModel(
                page, ModuleHead.of(page, module, "agencies", lookup, refusal), audience, chosen, agencies, errors);
        return Pages.of(
                        page.text("publication.title", texts.get(module.name())),
                        Pages.TEMPLATES.consolePublication(model))
                .status(errors.isEmpty() ? Pages.status(refusal.isPresent()) : 422)
                .crumbs(Pages.modulesCrumb(page));
    }
}
