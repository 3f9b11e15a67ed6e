package vn.kientao.platform.console.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.console.app.Catalogue;

/** An agency's own catalogue (kho phân hệ của cơ quan): its administrator switches what is offered on and off. */
@Component(service = PlatformRoutes.class)
public final class CataloguePages implements PlatformRoutes {
    private final Catalogue catalogue;

    @Activate
    public CataloguePages(@Reference Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/{agency}/catalogue", Permission.CATALOGUE, this::list).menu("catalogue.menu", "puzzle", 900);
        routes.get("/{agency}/catalogue/{module}", Permission.CATALOGUE, request -> show(request, Optional.empty()));
        routes.post("/{agency}/catalogue/{module}/enable", Permission.CATALOGUE, request -> turn(request, true));
        routes.post("/{agency}/catalogue/{module}/disable", Permission.CATALOGUE, request -> turn(request, false));
    }

    Reply list(Request request) {
        Texts texts = request.page().texts();
        String agency = request.agency().code();
        CatalogueModel model = new CatalogueModel(
                request.page(),
                texts.get(request.agency().name()),
                catalogue.offeredTo(agency).stream()
                        .map(module -> row(module, agency, texts))
                        .toList());
        return Pages.of(texts.get("catalogue.title"), Pages.TEMPLATES.consoleCatalogue(model));
    }

    private static CatalogueModel.Row row(ModuleStatus module, String agency, Texts texts) {
        return new CatalogueModel.Row(
                module.id().value(),
                texts.get(module.name()),
                module.live().map(ModuleManifest::description).map(texts::get).orElse(""),
                Words.version(module.live().map(ModuleManifest::version)),
                !module.off().contains(agency),
                module.live().isPresent());
    }

    private Reply show(Request request, Optional<LocalText> refusal) {
        Page page = request.page();
        Texts texts = page.texts();
        String agency = request.agency().code();
        ModuleStatus module = catalogue.offered(request);
        CatalogueModel.Row row = row(module, agency, texts);
        OfferModel model = new OfferModel(
                page,
                row,
                module.live().stream()
                        .flatMap(live -> live.areas().stream().sorted())
                        .map(area -> texts.get("area." + area))
                        .toList(),
                prerequisites(row, texts),
                row.on() ? effectsOfOff(row, texts) : effectsOfOn(row, agency, texts),
                module.live().stream()
                        .flatMap(live -> live.permissions().stream())
                        .map(permission -> PermissionWords.of(permission, texts))
                        .toList(),
                "/" + agency + "/catalogue/" + row.id(),
                refusal);
        return Pages.of(row.name(), Pages.TEMPLATES.consoleOffer(model))
                .status(Pages.status(refusal.isPresent()))
                .crumbs(new Reply.Crumb(page.text("catalogue.title"), "/" + agency + "/catalogue"));
    }

    private static List<String> prerequisites(CatalogueModel.Row row, Texts texts) {
        return List.of(
                texts.get(row.up() ? "catalogue.needs.up" : "catalogue.needs.away"),
                texts.get("catalogue.needs.roles"));
    }

    private static List<String> effectsOfOn(CatalogueModel.Row row, String agency, Texts texts) {
        List<String> effects = new ArrayList<>();
        effects.add(texts.get("catalogue.on.pages", "/" + agency + "/" + row.id()));
        effects.add(texts.get("catalogue.on.roles"));
        effects.add(texts.get("catalogue.on.data"));
        effects.add(texts.get("catalogue.others"));
        return effects;
    }

    private static List<String> effectsOfOff(CatalogueModel.Row row, Texts texts) {
        List<String> effects = new ArrayList<>();
        effects.add(texts.get("catalogue.off.pages", row.name()));
        effects.add(texts.get("catalogue.off.under-way"));
        effects.add(texts.get("catalogue.off.data"));
        effects.add(texts.get("catalogue.others"));
        return effects;
    }

    private Reply turn(Request request, boolean on) {
        ModuleStatus module = catalogue.offered(request);
        try {
            catalogue.turn(request, on);
        } catch (ReleaseRefusedException e) {
            return show(request, Optional.of(e.reason()));
        }
        Texts texts = request.page().texts();
        return Reply.seeOther("/" + request.agency().code() + "/catalogue")
                .flash(texts.get(on ? "catalogue.enabled" : "catalogue.disabled", texts.get(module.name())));
    }
}
