package vn.kientao.platform.console.web;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.console.app.Lookup;

/** The modules of the platform (kho phân hệ): search without accents, filter by state. */
@Component(service = PlatformRoutes.class)
public final class ModuleListPages implements PlatformRoutes {
    private final Lookup lookup;

    @Activate
    public ModuleListPages(@Reference Lookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/admin/modules", Permission.ADMINISTER, this::list)
                .query("q", "state")
                .menu("modules.menu", "puzzle", 12);
    }

    Reply list(Request request) {
        Texts texts = request.page().texts();
        String words = request.query("q").orElse("");
        String state = request.query("state").orElse("");
        List<ModuleStatus> all = lookup.modules().all();
        ModuleListModel model = new ModuleListModel(
                request.page(),
                words,
                state,
                all.size(),
                all.stream()
                        .filter(module -> fits(module, state) && speaksOf(module, words))
                        .map(module -> ModuleRow.of(module, lookup, texts))
                        .toList(),
                lookup.removed().stream().map(ModuleId::value).toList());
        return Pages.of(texts.get("modules.title"), Pages.TEMPLATES.consoleModules(model));
    }

    private static boolean fits(ModuleStatus module, String state) {
        return switch (state) {
            case "" -> true;
            case "problem" -> module.problem().isPresent();
            default -> module.state().name().equals(state);
        };
    }

    private static boolean speaksOf(ModuleStatus module, String words) {
        String about = module.id() + " " + module.name().vi() + " "
                + module.name().en() + " "
                + module.live()
                        .map(ModuleManifest::description)
                        .map(text -> text.vi() + " " + text.en())
                        .orElse("");
        return Folding.fold(about).contains(Folding.fold(words));
    }
}
