package vn.kientao.platform.web.door;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.Release;
import vn.kientao.platform.api.module.ReleaseGate;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.ModuleRoutes;
import vn.kientao.platform.web.http.MemoryExchange;
import vn.kientao.platform.web.route.JsonMappers;
import vn.kientao.platform.web.route.ReleaseTables;
import vn.kientao.platform.web.route.RouteCollector;
import vn.kientao.platform.web.route.RouteException;
import vn.kientao.platform.web.route.RouteOwner;
import vn.kientao.platform.web.route.Zone;

/** Reads the routes of a release before it may serve, and tries its smoke pages on that very release. */
@Component(property = "kientao.gate=web")
public final class RouteGate implements ReleaseGate {
    private final ReleaseTables tables;
    private final Pipelines pipelines;
    private final TextBundle texts = TextBundle.of(RouteGate.class);

    @Activate
    public RouteGate(@Reference ReleaseTables tables, @Reference Pipelines pipelines) {
        this.tables = tables;
        this.pipelines = pipelines;
    }

    @Override
    public void admit(Release release) {
        RouteCollector collector = new RouteCollector(owner(release), known(release.manifest())::contains);
        try {
            for (ModuleRoutes routes : release.services(ModuleRoutes.class)) {
                routes.staff(collector.zone(Zone.STAFF));
                routes.open(collector.zone(Zone.OPEN));
                routes.api(collector.zone(Zone.API));
                routes.openApi(collector.zone(Zone.OPEN_API));
            }
        } catch (RouteException e) {
            throw refused(e, e.textKey(), e.arguments().toArray());
        } catch (RuntimeException | LinkageError e) {
            throw refused(e, "gate.declaration-failed", named(release), reason(e));
        }
        if (collector.isEmpty()) {
            throw refused("gate.no-routes", named(release));
        }
        tables.put(release.id(), collector.table());
    }

    private static RouteOwner owner(Release release) {
        ClassLoader loader = release.bundle().adapt(BundleWiring.class).getClassLoader();
        return new RouteOwner(
                release.id().module().value(),
                Optional.of(release.manifest()),
                TextBundle.of(loader),
                JsonMappers.create());
    }

    private static Set<Permission> known(ModuleManifest manifest) {
        Set<Permission> known = new HashSet<>(Set.of(Permission.ANYONE, Permission.SIGNED_IN));
        manifest.permissions().forEach(declared -> known.add(declared.permission()));
        return known;
    }

    @Override
    public void verify(Release release) {
        // How long a trial takes is for the kernel to watch.
        Pipeline pipeline = pipelines.over(new TrialModule(release), PlatformTree.NONE, Watch.NONE);
        for (String path : release.manifest().smokePaths()) {
            MemoryExchange exchange = MemoryExchange.get(path);
            try {
                pipeline.serve(exchange);
            } catch (IOException e) {
                throw refused(e, "gate.smoke-broke", named(release), path);
            }
            if (exchange.status() >= 400) {
                throw refused("gate.smoke-failed", named(release), path, Integer.toString(exchange.status()));
            }
            if (exchange.answerHeader("Location").orElse("").startsWith("/sign-in")) {
                throw refused("gate.smoke-not-public", named(release), path);
            }
        }
    }

    @Override
    public void forget(Release release) {
        tables.remove(release.id());
    }

    private static String named(Release release) {
        return release.id().toString();
    }

    private static String reason(Throwable fault) {
        return fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    }

    private ReleaseRefusedException refused(String key, Object... arguments) {
        return new ReleaseRefusedException(texts.text(key, arguments));
    }

    private ReleaseRefusedException refused(Throwable cause, String key, Object... arguments) {
        LocalText sentence = texts.text(key, arguments);
        return new ReleaseRefusedException(sentence, cause);
    }
}
