package vn.kientao.platform.web.home;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.WriterOutput;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.web.door.LiveModules;
import vn.kientao.platform.web.door.ServingTables;
import vn.kientao.platform.web.http.UrlText;
import vn.kientao.platform.web.route.CompiledRoute;
import vn.kientao.platform.web.route.ReleaseTables;
import vn.kientao.platform.web.route.RouteTable;
import vn.kientao.platform.web.route.Zone;
import vn.kientao.platform.web.templates.StaticTemplates;

/** The home pages; they know no module, only what live modules put in the menu. */
@Component(service = PlatformRoutes.class)
public final class HomePages implements PlatformRoutes {
    private final ServingTables serving;
    private final Agencies agencies;
    private final CardDesk cards;
    private final StaticTemplates templates = new StaticTemplates();

    @Activate
    public HomePages(
            @Reference LiveModules live,
            @Reference ReleaseTables tables,
            @Reference Agencies agencies,
            @Reference CardDesk cards) {
        this(ServingTables.of(live, tables), agencies, cards);
    }

    public HomePages(ServingTables serving, Agencies agencies, CardDesk cards) {
        this.serving = serving;
        this.agencies = agencies;
        this.cards = cards;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/", Permission.ANYONE, this::home);
        routes.get("/agencies", Permission.SIGNED_IN, this::choose);
        routes.get("/help", Permission.ANYONE, request -> article(request, "help"));
        routes.get("/accessibility", Permission.ANYONE, request -> article(request, "accessibility"));
        routes.get("/{agency}", Permission.SIGNED_IN, this::agency);
    }

    private Reply home(Request request) {
        Page page = request.page();
        List<RouteTable> tables = serving.of(Optional.empty());
        HomeModel model = new HomeModel(
                page,
                page.text("home.title"),
                posts(request).map(agency -> link(page, agency)).toList(),
                !request.actor().everywhere().isEmpty(),
                tables.stream().flatMap(table -> searches(page, table)).toList(),
                modules(request, tables, Zone.OPEN),
                List.of());
        return page(model.title(), templates.webHome(model));
    }

    private Reply agency(Request request) {
        Page page = request.page();
        Agency agency = request.agency();
        List<RouteTable> tables = serving.of(Optional.of(agency.code()));
        HomeModel model = new HomeModel(
                page,
                page.texts().get(agency.name()),
                List.of(),
                false,
                List.of(new HomeModel.Search(
                        "q", page.text("search.words"), page.link("/" + UrlText.encode(agency.code()) + "/search"))),
                modules(request, tables, Zone.STAFF),
                cards.of(request, agency.code()));
        return page(model.title(), templates.webAgency(model));
    }

    private Reply choose(Request request) {
        Page page = request.page();
        LocalDate today = LocalDate.ofInstant(request.now(), Formats.ZONE);
        Stream<Agency> open = request.actor().everywhere().isEmpty() ? posts(request) : agencies.on(today).stream();
        HomeModel model = new HomeModel(
                page,
                page.text("home.agencies"),
                open.map(agency -> link(page, agency)).toList(),
                false,
                List.of(),
                List.of(),
                List.of());
        return page(model.title(), templates.webAgencies(model));
    }

    private Reply article(Request request, String name) {
        ArticleModel model = new ArticleModel(request.page(), name);
        return page(model.title(), templates.webArticle(model));
    }

    private static Reply page(String title, JteModel content) {
        return Reply.page(title, out -> content.render(new WriterOutput(out)));
    }

    private Stream<Agency> posts(Request request) {
        LocalDate today = LocalDate.ofInstant(request.now(), Formats.ZONE);
        return request.actor().agencies().stream()
                .sorted()
                .flatMap(code -> agencies.find(code).stream())
                .filter(agency -> agency.existsOn(today));
    }

    private static HomeModel.Link link(Page page, Agency agency) {
        return new HomeModel.Link(page.texts().get(agency.name()), "/" + UrlText.encode(agency.code()), "building");
    }

    /** A module whose open page takes the parameter {@code q} looks things up. */
    private static Stream<HomeModel.Search> searches(Page page, RouteTable table) {
        Texts texts = table.owner().texts().in(page.locale());
        return table.menu(Zone.OPEN).stream()
                .filter(route -> route.query().contains("q"))
                .map(route -> new HomeModel.Search(
                        "q-" + table.owner().id(),
                        texts.get(route.menu().orElseThrow().textKey()),
                        address(page, route)));
    }

    private static List<HomeModel.ModuleCard> modules(Request request, List<RouteTable> tables, Zone zone) {
        return tables.stream()
                .map(table -> module(request.page(), table, zone))
                .filter(card -> !card.links().isEmpty())
                .toList();
    }

    private static HomeModel.ModuleCard module(Page page, RouteTable table, Zone zone) {
        Texts texts = table.owner().texts().in(page.locale());
        List<HomeModel.Link> links = table.menu(zone).stream()
                .filter(route -> page.can(route.permission()))
                .sorted(Comparator.comparingInt(
                        route -> route.menu().orElseThrow().order()))
                .map(route -> link(page, texts, route))
                .toList();
        ModuleManifest manifest = table.owner().manifest().orElseThrow();
        return new HomeModel.ModuleCard(
                page.texts().get(manifest.name()), page.texts().get(manifest.description()), links);
    }

    private static HomeModel.Link link(Page page, Texts texts, CompiledRoute route) {
        CompiledRoute.MenuMark mark = route.menu().orElseThrow();
        return new HomeModel.Link(texts.get(mark.textKey()), address(page, route), mark.icon());
    }

    private static String address(Page page, CompiledRoute route) {
        String zone = route.zone() == Zone.OPEN
                ? "/public"
                : "/" + UrlText.encode(page.agencyCode().orElse(""));
        String path = route.path().equals("/") ? "" : route.path();
        return zone + "/" + route.owner().id() + path;
    }
}
