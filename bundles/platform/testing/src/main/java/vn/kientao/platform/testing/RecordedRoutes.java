package vn.kientao.platform.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.Handler;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.api.web.UploadKind;

/**
 * Keeps the routes that a component declares, so that a test can look at them and call their handlers:
 *
 * <pre>
 * RecordedRoutes routes = new RecordedRoutes();
 * page.staff(routes);
 * Reply reply = routes.call("GET", "/dossiers/{code}", FakeRequest.get("procedures", "/dossiers/1"));
 * </pre>
 */
public final class RecordedRoutes implements Routes {
    private final List<Declared> routes = new ArrayList<>();
    private final Set<String> steppedUp = new HashSet<>();

    /** A declared route. */
    public record Declared(String method, String path, Permission permission, Handler handler) {}

    public List<Declared> all() {
        return List.copyOf(routes);
    }

    /** The route with this method and path template. */
    public Declared find(String method, String path) {
        return routes.stream()
                .filter(route -> route.method().equals(method) && route.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no route " + method + " " + path + " among " + routes));
    }

    /** Whether the route asks for a fresh proof first. */
    public boolean asksForProof(String method, String path) {
        return steppedUp.contains(method + " " + path);
    }

    /** Calls the handler of the route, without the checks of the platform. */
    public Reply call(String method, String path, Request request) {
        return find(method, path).handler().handle(request);
    }

    /** Calls the handler of the route, given as {@code GET /path/{template}}. */
    public Reply call(String route, Request request) {
        int space = route.indexOf(' ');
        return call(route.substring(0, space), route.substring(space + 1), request);
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

    private Route add(String method, String path, Permission permission, Handler handler) {
        routes.add(new Declared(method, path, permission, handler));
        return new Undescribed(method + " " + path);
    }

    /** Takes every description and keeps none but that a fresh proof is asked for. */
    private final class Undescribed implements Route {
        private final String name;

        Undescribed(String name) {
            this.name = name;
        }

        @Override
        public Route menu(String textKey, String icon, int order) {
            return this;
        }

        @Override
        public Route summary(String textKey) {
            return this;
        }

        @Override
        public Route query(String... names) {
            return this;
        }

        @Override
        public Route accepts(Class<?> body) {
            return this;
        }

        @Override
        public Route returns(Class<?> body) {
            return this;
        }

        @Override
        public Route stepUp() {
            steppedUp.add(name);
            return this;
        }

        @Override
        public Route versioned() {
            return this;
        }

        @Override
        public Route uploads(long mostBytes, UploadKind... kinds) {
            return this;
        }

        @Override
        public Route showsRefusedFiles() {
            return this;
        }
    }
}
