package vn.kientao.platform.security.app;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
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
import vn.kientao.platform.security.store.RoleRepository.PermissionWords;
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
    private final Map<ReleaseId, ModuleManifest> admitted = new HashMap<>();

    @Activate
    public RolePermissions(@Reference SecurityStore store, @Reference SessionRegister sessions) {
        this.store = store;
        this.sessions = sessions;
    }

    @Override
    public synchronized void admit(Release release) {
        admitted.put(release.id(), release.manifest());
        keep(release.id().module());
    }

    @Override
    public synchronized void forget(Release release) {
        admitted.remove(release.id());
        keep(release.id().module());
    }

    private void keep(ModuleId module) {
        List<ModuleManifest> manifests = admitted.values().stream()
                .filter(manifest -> manifest.id().equals(module))
                .toList();
        Set<RolePermission> wanted = new HashSet<>();
        Map<String, PermissionWords> words = new HashMap<>();
        manifests.forEach(manifest -> {
            wanted.addAll(declared(manifest));
            manifest.permissions().forEach(one -> words.put(one.permission().name(), words(module, one)));
        });
        if (!manifests.isEmpty() && store.write(handle -> replace(handle, module, wanted, words.values()))) {
            sessions.forgetActors();
            log.info("Roles carry {} permissions of module {}", wanted.size(), module);
        }
    }

    private boolean replace(
            Handle handle, ModuleId module, Set<RolePermission> wanted, Collection<PermissionWords> words) {
        boolean otherWords = roles.replaceWords(handle, module.toString(), Set.copyOf(words));
        return roles.replace(handle, module.toString(), wanted) || otherWords;
    }

    private static PermissionWords words(ModuleId module, ModuleManifest.DeclaredPermission one) {
        return new PermissionWords(module.toString(), one.permission().name(), one.words());
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
