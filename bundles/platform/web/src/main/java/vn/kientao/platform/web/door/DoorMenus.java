package vn.kientao.platform.web.door;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.web.http.UrlText;
import vn.kientao.platform.web.reply.LayoutModel.MenuGroup;
import vn.kientao.platform.web.reply.LayoutModel.MenuItem;
import vn.kientao.platform.web.reply.Menus;
import vn.kientao.platform.web.route.CompiledRoute;
import vn.kientao.platform.web.route.RouteTable;
import vn.kientao.platform.web.route.Zone;
import vn.kientao.platform.web.visit.Visit;

/** Makes the menus from the live route tables: what is not served here, or not allowed, does not stand in them. */
final class DoorMenus implements Menus {
    /** As many as fit into one line of an ordinary screen. */
    private static final int LINE = 8;
    /** Fewer are not worth a click. */
    private static final int FOLDED = 3;

    private static final Comparator<Entry> ORDER = Comparator.comparingInt(Entry::order)
            .thenComparing(entry -> entry.route().owner().id());

    private final ServingTables serving;
    private final PlatformTree platform;
    private final Agencies agencies;
    private final TextBundle texts;

    DoorMenus(ServingTables serving, PlatformTree platform, Agencies agencies, TextBundle texts) {
        this.texts = texts;
        this.serving = serving;
        this.platform = platform;
        this.agencies = agencies;
    }

    private record Entry(CompiledRoute route, String link) {
        Optional<ModuleManifest> module() {
            return route.owner().manifest();
        }

        int order() {
            return route.menu().map(CompiledRoute.MenuMark::order).orElse(0);
        }
    }

    @Override
    public List<MenuGroup> navigation(Visit visit) {
        Optional<String> agency = visit.agency().map(Agency::code);
        if (agency.isPresent() && !visit.actor().signedIn()) {
            return List.of();
        }
        boolean ofPlatform =
                visit.route().filter(route -> route.zone() == Zone.PLATFORM).isPresent();
        if (agency.isEmpty() && ofPlatform && visit.actor().signedIn()) {
            return line(administration(visit));
        }
        return modules(visit, agency);
    }

    private List<MenuGroup> modules(Visit visit, Optional<String> agency) {
        List<Entry> entries = new ArrayList<>();
        Zone zone = agency.isPresent() ? Zone.STAFF : Zone.OPEN;
        for (RouteTable table : serving.of(agency)) {
            table.menu(zone).forEach(route -> entries.add(new Entry(route, link(route, agency))));
        }
        agency.ifPresent(code -> entries.addAll(roomsOf(code)));
        return groups(
                visit,
                entries.stream()
                        .filter(entry -> may(visit, entry.route()))
                        .sorted(ORDER)
                        .toList());
    }

    private static List<MenuGroup> line(List<MenuItem> items) {
        return items.isEmpty() ? List.of() : List.of(new MenuGroup("", items));
    }

    private List<MenuGroup> groups(Visit visit, List<Entry> entries) {
        if (entries.size() <= LINE) {
            return line(items(visit, entries));
        }
        Map<Optional<ModuleManifest>, List<Entry>> modules =
                entries.stream().collect(Collectors.groupingBy(Entry::module, LinkedHashMap::new, Collectors.toList()));
        return modules.entrySet().stream()
                .sorted(Comparator.comparing(module -> module.getKey().isEmpty()))
                .map(module -> new MenuGroup(
                        module.getValue().size() < FOLDED ? "" : title(visit, module.getKey()),
                        items(visit, module.getValue())))
                .toList();
    }

    /** Where the reader is nothing is folded up. */
    private String title(Visit visit, Optional<ModuleManifest> module) {
        Optional<ModuleId> here =
                visit.route().flatMap(route -> route.owner().manifest()).map(ModuleManifest::id);
        if (here.equals(module.map(ModuleManifest::id))) {
            return "";
        }
        return module.map(manifest -> manifest.name().in(visit.locale()))
                .orElseGet(() -> texts.in(visit.locale()).get("layout.of-agency"));
    }

    private static String link(CompiledRoute route, Optional<String> agency) {
        String zone = agency.map(code -> "/" + UrlText.encode(code)).orElse("/public");
        String path = route.path().equals("/") ? "" : route.path();
        return zone + "/" + route.owner().id() + path;
    }

    /** The platform's own pages of an agency. */
    private List<Entry> roomsOf(String agency) {
        return platform.menu().stream()
                .filter(CompiledRoute::ofAgency)
                .map(route -> new Entry(route, route.path().replace("{agency}", UrlText.encode(agency))))
                .toList();
    }

    private static boolean may(Visit visit, CompiledRoute route) {
        return visit.agency()
                .map(agency -> visit.actor().can(route.permission(), agency.code()))
                .orElseGet(() -> visit.actor().canEverywhere(route.permission()));
    }

    private static List<MenuItem> items(Visit visit, List<Entry> entries) {
        String here = entries.stream()
                .map(Entry::link)
                .filter(link -> leadsTo(visit, link))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        return entries.stream().map(entry -> item(visit, entry, here)).toList();
    }

    private static MenuItem item(Visit visit, Entry entry, String here) {
        CompiledRoute.MenuMark mark = entry.route().menu().orElseThrow();
        String text = entry.route().owner().texts().in(visit.locale()).get(mark.textKey());
        return new MenuItem(text, entry.link(), mark.icon(), entry.link().equals(here));
    }

    /** The page itself and everything below it; of several entries the longest is meant. */
    private static boolean leadsTo(Visit visit, String link) {
        String path = visit.exchange().rawPath();
        return path.equals(link) || path.startsWith(link + "/");
    }

    private List<MenuItem> administration(Visit visit) {
        return items(
                visit,
                platform.menu().stream()
                        .filter(route -> !route.ofAgency() && visit.actor().canEverywhere(route.permission()))
                        .map(route -> new Entry(route, route.path()))
                        .toList());
    }

    @Override
    public List<MenuItem> places(Visit visit) {
        List<MenuItem> places = new ArrayList<>();
        visit.actor().agencies().stream()
                .sorted()
                .flatMap(code -> agencies.find(code).stream())
                .map(agency -> place(visit, agency))
                .forEach(places::add);
        places.addAll(administration(visit));
        if (isThere("account")) {
            places.add(new MenuItem(texts.in(visit.locale()).get("layout.account"), "/account", "person", false));
        }
        if (isThere("account", "delegations")) {
            boolean acting = visit.actor().actingFor().isPresent();
            String words = texts.in(visit.locale()).get(acting ? "layout.acting" : "layout.delegations");
            places.add(new MenuItem(words, "/account/delegations", "people", acting));
        }
        return places;
    }

    /** The words themselves, not the page of an agency by that name. */
    private boolean isThere(String... words) {
        return platform.find(List.of(words))
                .filter(found -> found.values().isEmpty())
                .isPresent();
    }

    private static MenuItem place(Visit visit, Agency agency) {
        boolean here = visit.agency().filter(agency::equals).isPresent();
        return new MenuItem(agency.name().in(visit.locale()), "/" + UrlText.encode(agency.code()), "building", here);
    }
}
