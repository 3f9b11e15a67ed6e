package vn.kientao.platform.console.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.ModuleUsage;
import vn.kientao.platform.api.module.ReleaseHistory;
import vn.kientao.platform.api.module.ReleaseHistory.Way;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.console.app.Lookup;
import vn.kientao.platform.console.app.Rooms;

/** One module (phân hệ): what it is, its versions, how it is. */
@Component(service = PlatformRoutes.class)
public final class ModulePages implements PlatformRoutes {
    private static final int CHECKSUM_SHOWN = 12;

    private final Lookup lookup;
    private final Rooms rooms;

    @Activate
    public ModulePages(@Reference Lookup lookup, @Reference Rooms rooms) {
        this.lookup = lookup;
        this.rooms = rooms;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/admin/modules/{module}", Permission.ADMINISTER, this::about);
        routes.get(
                "/admin/modules/{module}/history",
                Permission.ADMINISTER,
                request -> history(lookup, request, Optional.empty()));
        routes.get(
                "/admin/modules/{module}/health",
                Permission.ADMINISTER,
                request -> health(lookup, rooms, request, Optional.empty()));
    }

    Reply about(Request request) {
        Page page = request.page();
        Texts texts = page.texts();
        ModuleStatus module = lookup.module(request);
        Optional<ModuleManifest> manifest = module.live();
        AboutModel model = new AboutModel(
                page,
                ModuleHead.of(page, module, "about", lookup, Optional.empty()),
                manifest,
                Words.time(module.liveSince()),
                manifest.stream()
                        .flatMap(live -> live.areas().stream().sorted())
                        .map(area -> texts.get("area." + area))
                        .toList(),
                manifest.stream()
                        .flatMap(live -> live.permissions().stream())
                        .map(permission -> PermissionWords.of(permission, texts))
                        .toList());
        return page(page, Pages.of(texts.get(module.name()), Pages.TEMPLATES.consoleAbout(model)));
    }

    /** The history of a module, with why something was refused just now. */
    static Reply history(Lookup lookup, Request request, Optional<LocalText> refusal) {
        Page page = request.page();
        ModuleStatus module = lookup.module(request);
        List<HistoryModel.Row> rows = lookup.modules().history(module.id()).stream()
                .map(release -> row(release, page.texts()))
                .toList();
        HistoryModel model = new HistoryModel(page, ModuleHead.of(page, module, "history", lookup, refusal), rows);
        return page(
                page,
                Pages.of(
                                page.text("tab.history.title", page.texts().get(module.name())),
                                Pages.TEMPLATES.consoleHistory(model))
                        .status(Pages.status(refusal.isPresent())));
    }

    private static HistoryModel.Row row(ReleaseHistory release, Texts texts) {
        return new HistoryModel.Row(
                release.version().toString(),
                Words.tag(release.way(), texts),
                Words.time(release.servedAt()),
                release.publisher().orElse(texts.get("history.no-publisher")),
                release.sha256()
                        .substring(0, Math.min(CHECKSUM_SHOWN, release.sha256().length())),
                String.join(", ", release.agencies().stream().sorted().toList()),
                texts.get(release.problem().orElse(LocalText.same(""))),
                release.way() == Way.RETURNABLE);
    }

    /** How a module is, with why something was refused just now. */
    static Reply health(Lookup lookup, Rooms rooms, Request request, Optional<LocalText> refusal) {
        Page page = request.page();
        ModuleStatus module = lookup.module(request);
        HealthModel model = new HealthModel(
                page,
                ModuleHead.of(page, module, "health", lookup, refusal),
                Words.time(module.liveSince()),
                rooms.quarantined(module.id()).stream()
                        .map(one -> new HealthModel.Isolated(
                                one.version().toString(), page.texts().get(one.reason()), Formats.time(one.since())))
                        .toList(),
                lookup.modules().usage(module.id()).stream()
                        .map(usage -> row(lookup, usage, page.texts()))
                        .toList());
        return page(
                page,
                Pages.of(
                                page.text("tab.health.title", page.texts().get(module.name())),
                                Pages.TEMPLATES.consoleHealth(model))
                        .status(Pages.status(refusal.isPresent())));
    }

    private static HealthModel.Row row(Lookup lookup, ModuleUsage usage, Texts texts) {
        long requests = usage.requests();
        String agency =
                usage.agency().isEmpty() ? texts.get("health.public") : texts.get(lookup.agencyName(usage.agency()));
        return new HealthModel.Row(
                agency,
                usage.version().toString(),
                Formats.number(requests),
                Formats.number(usage.errors()),
                Words.share(usage.errors(), requests),
                usage.errors() > 0,
                Words.time(each(usage.time(), requests)),
                Words.time(usage.p95()),
                Words.time(each(usage.database(), requests)),
                Words.bytes(requests == 0 ? 0 : usage.allocated() / requests));
    }

    private static Duration each(Duration all, long requests) {
        return requests == 0 ? Duration.ZERO : all.dividedBy(requests);
    }

    private static Reply page(Page page, Reply.View view) {
        return view.crumbs(Pages.modulesCrumb(page));
    }
}
