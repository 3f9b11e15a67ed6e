package vn.kientao.reform.procedures.web.dossier;

import java.util.HashMap;
import java.util.Map;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.Handler;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;

/** Keeps what a group of pages declares, so that a test can call it by method and path. */
public final class RouteTable implements Routes {
    private final Map<String, Handler> handlers = new HashMap<>();
    private final Map<String, Permission> permissions = new HashMap<>();

    public Reply call(String route, Request request) {
        Handler handler = handlers.get(route);
        if (handler == null) {
            throw new AssertionError("no route " + route + " (expected one of " + handlers.keySet() + ")");
        }
        return handler.handle(request);
    }

    public Map<String, Permission> permissions() {
        return permissions;
    }

    @Override
    public Route get(String path, Permission permission, Handler handler) {
        return add("GET " + path, permission, handler);
    }

    @Override
    public Route post(String path, Permission permission, Handler handler) {
        return add("POST " + path, permission, handler);
    }

    @Override
    public Route put(String path, Permission permission, Handler handler) {
        return add("PUT " + path, permission, handler);
    }

    @Override
    public Route delete(String path, Permission permission, Handler handler) {
        return add("DELETE " + path, permission, handler);
    }

    private Route add(String route, Permission permission, Handler handler) {
        if (handlers.put(route, handler) != null) {
            throw new AssertionError("route " + route + " twice");
        }
        permissions.put(route, permission);
        return new PlainRoute();
    }

    private static final class PlainRoute implements Route {
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
        public Route uploads(long mostBytes) {
            return this;
        }
    }
}
