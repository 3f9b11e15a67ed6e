package vn.kientao.platform.web.route;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.Handler;
import vn.kientao.platform.api.web.Routes;

/** Collects what an owner declares and checks each line as it comes. */
public final class RouteCollector {
    private final RouteOwner owner;
    private final Predicate<Permission> known;
    private final List<CompiledRoute> routes = new ArrayList<>();
    private final Map<Zone, RouteTree> trees = new EnumMap<>(Zone.class);

    /** @param known whether the owner may ask for a permission */
    public RouteCollector(RouteOwner owner, Predicate<Permission> known) {
        this.owner = owner;
        this.known = known;
    }

    /** Where the owner declares the routes of one zone. */
    public Routes zone(Zone zone) {
        return new ZoneRoutes(zone);
    }

    public boolean isEmpty() {
        return routes.isEmpty();
    }

    public RouteTable table() {
        return new RouteTable(owner, routes, trees);
    }

    private final class ZoneRoutes implements Routes {
        private final Zone zone;

        ZoneRoutes(Zone zone) {
            this.zone = zone;
        }

        @Override
        public Route get(String path, Permission permission, Handler handler) {
            return add("GET", path, permission, handler);
        }

        @Override
        public Route post(String path, Permission permission, Handler handler) {
            return add("POST", path, permission, handler);
        }

        @Override
        public Route put(String path, Permission permission, Handler handler) {
            return add("PUT", path, permission, handler);
        }

        @Override
        public Route delete(String path, Permission permission, Handler handler) {
            return add("DELETE", path, permission, handler);
        }

        /** Null has no place here, but who declares routes may be compiled without our checks. */
        private Route add(
                String method, @Nullable String path, @Nullable Permission permission, @Nullable Handler handler) {
            String line = method + " " + path;
            if (path == null) {
                throw new RouteException("route.malformed", line);
            }
            RoutePattern pattern =
                    RoutePattern.parse(path).orElseThrow(() -> new RouteException("route.malformed", line));
            if (permission == null) {
                throw new RouteException("route.no-permission", line);
            }
            if (!known.test(permission)) {
                throw new RouteException("route.unknown-permission", line, permission.name());
            }
            if (handler == null) {
                throw new RouteException("route.no-handler", line);
            }
            CompiledRoute route = new CompiledRoute(owner, zone, method, pattern, permission, handler);
            if (trees.computeIfAbsent(zone, z -> new RouteTree()).add(route).isPresent()) {
                throw new RouteException("route.twice", line);
            }
            routes.add(route);
            return route;
        }
    }
}
