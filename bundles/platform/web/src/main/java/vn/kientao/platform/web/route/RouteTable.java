package vn.kientao.platform.web.route;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything one owner declared. */
public final class RouteTable {
    private static final RouteTree NOTHING = new RouteTree();

    private final RouteOwner owner;
    private final List<CompiledRoute> routes;
    private final Map<Zone, RouteTree> trees;
    private final Map<Zone, List<CompiledRoute>> menus;

    RouteTable(RouteOwner owner, List<CompiledRoute> routes, Map<Zone, RouteTree> trees) {
        this.owner = owner;
        this.routes = List.copyOf(routes);
        this.trees = new EnumMap<>(trees);
        this.menus = routes.stream()
                .filter(route -> route.menu().isPresent())
                .collect(Collectors.groupingBy(CompiledRoute::zone));
    }

    public RouteOwner owner() {
        return owner;
    }

    public List<CompiledRoute> routes() {
        return routes;
    }

    public RouteTree tree(Zone zone) {
        return trees.getOrDefault(zone, NOTHING);
    }

    /** The routes of the zone that stand in the menu. */
    public List<CompiledRoute> menu(Zone zone) {
        return menus.getOrDefault(zone, List.of());
    }
}
