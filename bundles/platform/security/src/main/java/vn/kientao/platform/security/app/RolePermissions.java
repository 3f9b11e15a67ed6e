package vn.kientao.platform.security.app;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.Release;
import vn.kientao.platform.api.module.ReleaseGate;
import vn.kientao.platform.api.module.ReleaseId;
import vn.kientao.platform.security.store.RoleRepository;
import vn.kientao.platform.security.store.RoleRepository.RolePermission;
import vn.kientao.platform.security.store.SecurityStore;

/**
 * Learns from each release what its roles may do. While two releases of a module are alive, a role may do what either of
 * them says. What was learned outlives the release, so that permissions are known before modules are up.
 */
@Component(property = {"kientao.gate=security", "service.ranking:Integer=100"})
public final class RolePermissions implements ReleaseGate {
    private static final Logger log = LoggerFactory.getLogger(RolePermissions.class);

    private final SecurityStore store;
    private final SessionRegister sessions;
    private final RoleRepository roles = new RoleRepository();
    private final Map<ReleaseId, Set<RolePermission>> admitted = new HashMap<>();

    @Activate
    public RolePermissions(@Reference SecurityStore store, @Reference SessionRegister sessions) {
        this.store = store;
        this.sessions = sessions;
    }

    @Override
    public synchronized void admit(Release release) {
        admitted.put(release.id(), declared(release.manifest()));
        keep(release.id().module());
    }

    @Override
    public synchronized void forget(Release release) {
        admitted.remove(release.id());
        keep(release.id().module());
    }

    private void keep(ModuleId module) {
        Set<RolePermission> wanted = new HashSet<>();
        admitted.forEach((release, permissions) -> {
            if (release.module().equals(module)) {
                wanted.addAll(permissions);
            }
        });
        boolean someRelease =
                admitted.keySet().stream().anyMatch(release -> release.module().equals(module));
        if (someRelease && store.write(handle -> roles.replace(handle, module.toString(), wanted))) {
            sessions.forgetActors();
            log.info("Roles carry {} permissions of module {}", wanted.size(), module);
        }
    }

    private static Set<RolePermission> declared(ModuleManifest manifest) {
        Set<RolePermission> declared = new HashSet<>();
        for (ModuleManifest.DeclaredPermission one : manifest.permissions()) {
            one.roles()
                    .forEach(role -> declared.add(
                            new RolePermission(role, one.permission().name())));
            declared.add(new RolePermission("", one.permission().name()));
        }
        return declared;
    }
}
