package vn.kientao.platform.repository.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import vn.kientao.platform.api.module.Artifacts;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.module.ModuleState;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.module.Plan;
import vn.kientao.platform.api.module.PublisherKey;
import vn.kientao.platform.api.module.Publishers;
import vn.kientao.platform.api.module.Publishers.HeldBack;
import vn.kientao.platform.api.module.ReleaseHistory;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.testing.Partial;

/** A kernel that knows what a test tells it, keeps the jar it was given for a plan, and does nothing else. */
public final class FakeKernel {
    public final Map<ModuleId, ModuleManifest> live = new TreeMap<>();
    public final Map<ModuleId, List<ReleaseHistory>> history = new HashMap<>();
    public final List<PublisherKey> keys = new ArrayList<>();
    public final Map<ModuleId, String> pins = new HashMap<>();
    public final List<HeldBack> heldBack = new ArrayList<>();
    public final Map<String, byte[]> jars = new HashMap<>();
    public boolean development = true;
    public byte[] planned = new byte[0];

    public StoredRepositories.Kernel services() {
        return new StoredRepositories.Kernel(
                Partial.of(Modules.class, this),
                Partial.of(ModuleControl.class, this),
                Partial.of(Publishers.class, this),
                Partial.of(Artifacts.class, this));
    }

    public void serve(String module, String version) {
        ModuleId id = new ModuleId(module);
        live.put(
                id,
                new ModuleManifest(
                        id,
                        Version.parseVersion(version),
                        LocalText.same(module),
                        LocalText.same(module),
                        Set.of(),
                        new VersionRange("[1.0,2)"),
                        List.of(),
                        List.of()));
    }

    private static ModuleStatus status(ModuleManifest manifest) {
        return new ModuleStatus(
                manifest.id(),
                manifest.name(),
                ModuleState.LIVE,
                Optional.of(manifest),
                Optional.of(Instant.EPOCH),
                List.of(),
                Set.of(),
                Optional.empty());
    }

    private static Plan plan() {
        return new Plan(
                7,
                new ModuleId("steering"),
                LocalText.same("steering"),
                RolloutStatus.Kind.INSTALL,
                Optional.empty(),
                new Version(1, 0, 0),
                "operator",
                Instant.EPOCH,
                true,
                LocalText.same(""),
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                Optional.empty(),
                new VersionRange("[1.0,2)"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    public List<ModuleStatus> all() {
        return live.values().stream().map(FakeKernel::status).toList();
    }

    public Optional<ModuleStatus> find(ModuleId id) {
        return Optional.ofNullable(live.get(id)).map(FakeKernel::status);
    }

    public List<ReleaseHistory> history(ModuleId module) {
        return history.getOrDefault(module, List.of());
    }

    public Plan plan(InputStream jar, Actor by) {
        try {
            planned = jar.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return plan();
    }

    public List<PublisherKey> keys() {
        return List.copyOf(keys);
    }

    public Map<ModuleId, String> pins() {
        return Map.copyOf(pins);
    }

    public List<HeldBack> heldBack() {
        return List.copyOf(heldBack);
    }

    public boolean development() {
        return development;
    }

    public Optional<InputStream> open(ModuleId module, Version version) {
        return Optional.ofNullable(jars.get(module + " " + version)).map(ByteArrayInputStream::new);
    }
}
