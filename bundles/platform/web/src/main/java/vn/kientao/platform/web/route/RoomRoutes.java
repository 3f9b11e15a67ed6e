package vn.kientao.platform.web.route;

import java.util.List;
import org.osgi.service.component.annotations.Component;

/** What the platform's own rooms declare now. A room that describes all routes, itself among them, reads it here. */
@Component(service = RoomRoutes.class)
public final class RoomRoutes {
    private volatile List<CompiledRoute> routes = List.of();

    public List<CompiledRoute> all() {
        return routes;
    }

    public void are(List<CompiledRoute> declared) {
        routes = List.copyOf(declared);
    }
}
