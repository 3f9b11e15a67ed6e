package vn.kientao.platform.web.door;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.osgi.framework.wiring.BundleWiring;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.Release;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.ModuleRoutes;

/** A release without a framework: its classes are the test's own. */
record FakeRelease(ModuleManifest manifest, List<ModuleRoutes> routes) implements Release {
    static final Permission READ = new Permission("trial.read");
    static final Permission WRITE = new Permission("trial.write");

    static FakeRelease of(String id, String version, ModuleRoutes... routes) {
        return with(id, version, List.of(), routes);
    }

    static FakeRelease with(String id, String version, List<String> smokePaths, ModuleRoutes... routes) {
        ModuleManifest manifest = new ModuleManifest(
                new ModuleId(id),
                new Version(version),
                new LocalText("Phân hệ thử", "Trial module"),
                new LocalText("Chỉ để thử", "For trial only"),
                Set.of("procedures"),
                new VersionRange("[1.0,2)"),
                List.of(
                        new ModuleManifest.DeclaredPermission(READ, Set.of()),
                        new ModuleManifest.DeclaredPermission(WRITE, Set.of())),
                smokePaths);
        return new FakeRelease(manifest, List.of(routes));
    }

    @Override
    public Bundle bundle() {
        BundleWiring wiring = answering(BundleWiring.class, "getClassLoader", FakeRelease.class.getClassLoader());
        return answering(Bundle.class, "adapt", wiring);
    }

    private static <T> T answering(Class<T> type, String method, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                FakeRelease.class.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        return answer;
                    }
                    throw new UnsupportedOperationException(called.toString());
                }));
    }

    @Override
    public <S> List<S> services(Class<S> type) {
        return routes.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
