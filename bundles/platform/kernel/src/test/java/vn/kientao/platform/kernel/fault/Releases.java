package vn.kientao.platform.kernel.fault;

import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleManifest;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.artifact.Cut;
import vn.kientao.platform.kernel.live.LiveRelease;
import vn.kientao.platform.testing.Partial;

/** Releases that only keep accounts: there is no framework around them. */
final class Releases {
    private Releases() {}

    static LiveRelease of(String module) {
        return of(module, "1.0.0");
    }

    static LiveRelease of(String module, String version) {
        ModuleManifest manifest = new ModuleManifest(
                new ModuleId(module),
                new Version(version),
                new LocalText("Phân hệ " + module, "Module " + module),
                new LocalText("Chỉ để thử", "For trial only"),
                Set.of("procedures"),
                new VersionRange("[1.0,2)"),
                List.of(),
                List.of());
        Cut cut = new Cut(manifest.id(), manifest.version(), "0".repeat(64));
        return new LiveRelease(manifest, cut, Partial.unasked(Bundle.class), Partial.unasked(BundleContext.class));
    }
}
