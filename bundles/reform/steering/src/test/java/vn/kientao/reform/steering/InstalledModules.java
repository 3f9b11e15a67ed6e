package vn.kientao.reform.steering;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.ModuleState;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.ModuleUsage;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.module.Plan;
import vn.kientao.platform.api.module.Publication;
import vn.kientao.platform.api.module.ReleaseHistory;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.SafeMode;
import vn.kientao.platform.api.text.LocalText;

/** A platform that has one module, switched off at some agencies. */
public final class InstalledModules implements Modules {
    private final String module;
    private final Set<String> off;

    public InstalledModules(String module, Set<String> off) {
        this.module = module;
        this.off = new TreeSet<>(off);
    }

    /** What switches the module on; anything else that a module may not do is refused. */
    public ModuleControl control() {
        return (ModuleControl) Proxy.newProxyInstance(
                ModuleControl.class.getClassLoader(), new Class<?>[] {ModuleControl.class}, (proxy, method, given) -> {
                    if (!method.getName().equals("enable") || !given[0].equals(new ModuleId(module))) {
                        throw new ReleaseRefusedException(LocalText.same(method.getName() + " is not for steering"));
                    }
                    if (!off.remove(given[1])) {
                        throw new ReleaseRefusedException(LocalText.same("it is on at " + given[1]));
                    }
                    return null;
                });
    }

    private ModuleStatus status() {
        return new ModuleStatus(
                new ModuleId(module),
                new LocalText("Thủ tục hành chính", "Procedures"),
                ModuleState.LIVE,
                Optional.of(manifest(module)),
                Optional.empty(),
                List.of(),
                Set.copyOf(off),
                Optional.empty());
    }

    private static ModuleManifest manifest(String module) {
        return new ModuleManifest(
                new ModuleId(module),
                new Version(1, 0, 0),
                new LocalText("Thủ tục hành chính", "Procedures"),
                LocalText.same(""),
                Set.of("procedures"),
                new VersionRange("[1.0,2)"),
                List.of(),
                List.of());
    }

    @Override
    public List<ModuleStatus> all() {
        return List.of(status());
    }

    @Override
    public Optional<ModuleStatus> find(ModuleId id) {
        return Optional.of(status()).filter(one -> one.id().equals(id));
    }

    @Override
    public List<RolloutStatus> rollouts(int limit) {
        return List.of();
    }

    @Override
    public Optional<RolloutStatus> rollout(long id) {
        return Optional.empty();
    }

    @Override
    public List<ReleaseHistory> history(ModuleId module) {
        return List.of();
    }

    @Override
    public Optional<Plan> plan(long id) {
        return Optional.empty();
    }

    @Override
    public Publication publication(ModuleId module) {
        throw new IllegalStateException("not asked for by steering");
    }

    @Override
    public List<ModuleUsage> usage(ModuleId module) {
        return List.of();
    }

    @Override
    public Optional<SafeMode> safeMode() {
        return Optional.empty();
    }

    @Override
    public List<ModuleId> missing() {
        return List.of();
    }
}
