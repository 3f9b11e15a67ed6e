package vn.kientao.platform.console.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.Publication;
import vn.kientao.platform.api.module.ReleaseHistory;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.console.app.Lookup;

/** The agencies that use a module (cơ quan dùng): on and off for each. */
@Component(service = PlatformRoutes.class)
public final class AgencySwitchPages implements PlatformRoutes {
    private static final int PAGE = 50;

    private final Lookup lookup;
    private final ModuleControl control;

    @Activate
    public AgencySwitchPages(@Reference Lookup lookup, @Reference ModuleControl control) {
        this.lookup = lookup;
        this.control = control;
    }

    @Override
    public void routes(Routes routes) {
        routes.get(
                        "/admin/modules/{module}/agencies",
                        Permission.ADMINISTER,
                        request -> page(request, Optional.empty()))
                .query("q", "only", "after");
        routes.post("/admin/modules/{module}/enable", Permission.ADMINISTER, request -> turn(request, true));
        routes.post("/admin/modules/{module}/disable", Permission.ADMINISTER, request -> turn(request, false));
    }

    private Reply turn(Request request, boolean on) {
        ModuleStatus module = lookup.module(request);
        Agency agency = lookup.agency(request.field("agency").orElse(""));
        try {
            if (on) {
                control.enable(module.id(), agency.code(), request.actor());
            } else {
                control.disable(module.id(), agency.code(), request.actor());
            }
        } catch (ReleaseRefusedException e) {
            return page(request, Optional.of(e.reason()));
        }
        Texts texts = request.page().texts();
        String key = on ? "agencies.enabled" : "agencies.disabled";
        return Reply.seeOther("/admin/modules/" + module.id() + "/agencies"
                        + request.field("back")
                                .filter(query -> query.startsWith("?"))
                                .orElse(""))
                .flash(texts.get(key, texts.get(module.name()), texts.get(agency.name())));
    }

    private Reply page(Request request, Optional<LocalText> refusal) {
        Page page = request.page();
        Texts texts = page.texts();
        ModuleStatus module = lookup.module(request);
        List<AgencySwitchModel.Row> all = rows(request, module);
        List<AgencySwitchModel.Row> found =
                all.stream().filter(row -> fits(request, row)).toList();
        Pages.Part<AgencySwitchModel.Row> part =
                Pages.Part.of(found, PAGE, request.query("after").orElse(""), AgencySwitchModel.Row::code);
        int on = (int) all.stream().filter(AgencySwitchModel.Row::on).count();
        AgencySwitchModel model = new AgencySwitchModel(
                page,
                ModuleHead.of(page, module, "agencies", lookup, refusal),
                request.query("q").orElse(""),
                request.query("only").orElse(""),
                found.size(),
                on,
                all.size() - on,
                part.shown(),
                part.next());
        return Pages.of(
                        page.text("tab.agencies.title", texts.get(module.name())),
                        Pages.TEMPLATES.consoleAgencies(model))
                .status(Pages.status(refusal.isPresent()))
                .crumbs(Pages.modulesCrumb(page));
    }

    private List<AgencySwitchModel.Row> rows(Request request, ModuleStatus module) {
        Texts texts = request.page().texts();
        Set<String> off = module.off();
        Publication publication = lookup.modules().publication(module.id());
        Map<String, String> ahead = new HashMap<>();
        for (ReleaseHistory release : lookup.modules().history(module.id())) {
            release.agencies().forEach(code -> ahead.put(code, release.version().toString()));
        }
        return lookup.agencies(request).stream()
                .map(agency -> new AgencySwitchModel.Row(
                        agency.code(),
                        texts.get(agency.name()),
                        !off.contains(agency.code()),
                        publication.offeredTo(agency.code()),
                        ahead.getOrDefault(agency.code(), "")))
                .toList();
    }

    private static boolean fits(Request request, AgencySwitchModel.Row row) {
        String only = request.query("only").orElse("");
        if ((only.equals("on") && !row.on()) || (only.equals("off") && row.on())) {
            return false;
        }
        String words = Folding.fold(request.query("q").orElse(""));
        return Folding.fold(row.name() + " " + row.code()).contains(words);
    }
}
