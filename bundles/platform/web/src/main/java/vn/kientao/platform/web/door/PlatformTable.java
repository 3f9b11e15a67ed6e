package vn.kientao.platform.web.door;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.web.route.CompiledRoute;
import vn.kientao.platform.web.route.JsonMappers;
import vn.kientao.platform.web.route.RoomRoutes;
import vn.kientao.platform.web.route.RouteCollector;
import vn.kientao.platform.web.route.RouteException;
import vn.kientao.platform.web.route.RouteOwner;
import vn.kientao.platform.web.route.RouteTable;
import vn.kientao.platform.web.route.RouteTree;
import vn.kientao.platform.web.route.Zone;

/** The pages of the platform's own rooms; they come and go with their bundles, the door does not. */
@Component(service = PlatformTable.class)
public final class PlatformTable implements PlatformTree {
    private static final Logger log = LoggerFactory.getLogger(PlatformTable.class);

    private final RoomRoutes declared;
    private final Map<PlatformRoutes, RouteTable> rooms = new LinkedHashMap<>();
    private volatile List<RouteTable> tables = List.of();
    private volatile List<CompiledRoute> menu = List.of();

    @Activate
    public PlatformTable(@Reference RoomRoutes declared) {
        this.declared = declared;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void bindRoom(PlatformRoutes room) {
        RouteOwner owner = new RouteOwner(
                name(room.getClass()), Optional.empty(), TextBundle.of(room.getClass()), JsonMappers.create());
        RouteCollector collector = new RouteCollector(owner, permission -> true);
        try {
            room.routes(collector.zone(Zone.PLATFORM));
            rooms.put(room, collector.table());
            refresh();
        } catch (RouteException e) {
            log.error("The pages of {} are left out: {}", room.getClass().getName(), e.getMessage());
        }
    }

    synchronized void unbindRoom(PlatformRoutes room) {
        rooms.remove(room);
        refresh();
    }

    private void refresh() {
        List<CompiledRoute> marked = new ArrayList<>();
        rooms.values().forEach(table -> marked.addAll(table.menu(Zone.PLATFORM)));
        marked.sort(Comparator.comparingInt(
                route -> route.menu().map(CompiledRoute.MenuMark::order).orElse(0)));
        menu = List.copyOf(marked);
        tables = List.copyOf(rooms.values());
        declared.are(tables.stream().flatMap(table -> table.routes().stream()).toList());
    }

    /** The last word of the bundle's name, or of the package outside a framework. */
    private static String name(Class<?> room) {
        Bundle bundle = FrameworkUtil.getBundle(room);
        String name = bundle == null ? room.getPackageName() : bundle.getSymbolicName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The more words a path has in place of values, the sooner it is meant, whichever room declared it. */
    @Override
    public Optional<RouteTree.Place> find(List<String> path) {
        return tables.stream()
                .flatMap(table -> table.tree(Zone.PLATFORM).find(path).stream())
                .min(Comparator.comparingInt(place -> place.values().size()));
    }

    @Override
    public List<CompiledRoute> menu() {
        return menu;
    }
}
