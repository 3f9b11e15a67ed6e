package vn.kientao.platform.web.openapi;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.PlatformRoutes;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.api.web.Routes;
import vn.kientao.platform.web.door.LiveModules;
import vn.kientao.platform.web.door.ServingTables;
import vn.kientao.platform.web.route.ReleaseTables;
import vn.kientao.platform.web.route.RoomRoutes;

/** {@code /api/openapi.json}: what can be asked of the platform now. */
@Component(service = PlatformRoutes.class)
public final class OpenApiPages implements PlatformRoutes {
    private final ServingTables serving;
    private final RoomRoutes rooms;

    @Activate
    public OpenApiPages(@Reference LiveModules live, @Reference ReleaseTables tables, @Reference RoomRoutes rooms) {
        this(ServingTables.of(live, tables), rooms);
    }

    public OpenApiPages(ServingTables serving, RoomRoutes rooms) {
        this.serving = serving;
        this.rooms = rooms;
    }

    @Override
    public void routes(Routes routes) {
        routes.get("/api/openapi.json", Permission.ANYONE, this::describe).summary("openapi.summary");
    }

    private Reply describe(Request request) {
        OpenApiDocument document = new OpenApiDocument(request.page().texts());
        rooms.all().forEach(document::add);
        serving.of(Optional.empty()).forEach(table -> table.routes().forEach(document::add));
        return Reply.json(document.build(ModuleManifest.API_VERSION.toString()));
    }
}
