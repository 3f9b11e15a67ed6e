package vn.kientao.platform.web.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Router.Lease;
import vn.kientao.platform.api.module.Router.Routing;
import vn.kientao.platform.web.route.ReleaseTables;
import vn.kientao.platform.web.route.RouteTable;

/** The route tables of what serves now: what menus, home pages and the API description are made from. */
public final class ServingTables {
    private final ModuleFinder finder;
    private final ReleaseTables tables;

    ServingTables(ModuleFinder finder, ReleaseTables tables) {
        this.finder = finder;
        this.tables = tables;
    }

    /** What the live modules serve. */
    public static ServingTables of(LiveModules live, ReleaseTables tables) {
        return new ServingTables(live, tables);
    }

    /** The tables that serve the agency, or the public, in order of module. */
    public List<RouteTable> of(Optional<String> agency) {
        List<RouteTable> serving = new ArrayList<>();
        for (ModuleId module : finder.modules()) {
            Routing routing = finder.route(module, agency);
            if (routing instanceof Routing.Serving found) {
                try (Lease lease = found.lease()) {
                    tables.find(lease.release().id()).ifPresent(serving::add);
                }
            } else if (routing instanceof Routing.Busy busy) {
                tables.find(busy.manifest().release()).ifPresent(serving::add);
            }
        }
        return serving;
    }
}
