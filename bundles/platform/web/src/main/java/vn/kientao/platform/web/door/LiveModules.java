package vn.kientao.platform.web.door;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Router;
import vn.kientao.platform.api.module.Router.Routing;
import vn.kientao.platform.web.route.ReleaseTables;

/** The modules as the route table has them; all are away while the kernel is not up, and the door stays open. */
@Component(service = LiveModules.class)
public final class LiveModules implements ModuleFinder {
    private final ReleaseTables tables;
    private final AtomicReference<@Nullable Router> router = new AtomicReference<>();

    @Activate
    public LiveModules(@Reference ReleaseTables tables) {
        this.tables = tables;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindRouter(Router service) {
        router.set(service);
    }

    void unbindRouter(Router service) {
        router.compareAndSet(service, null);
    }

    @Override
    public Routing route(ModuleId module, Optional<String> agency) {
        Router now = router.get();
        if (now == null) {
            return new Routing.Away(module);
        }
        return agency.isPresent() ? now.route(module, agency.get()) : now.routePublic(module);
    }

    @Override
    public List<ModuleId> modules() {
        return tables.modules();
    }
}
