package vn.kientao.platform.kernel.artifact;

import static java.util.Objects.requireNonNull;

import org.osgi.framework.Version;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ReleaseId;

/**
 * A release together with the content it stands for. Only development versions ({@code SNAPSHOT}) come back with other
 * content; everywhere else the version alone would do.
 */
public record Cut(ModuleId module, Version version, String sha256) {

    /** What every location of a module bundle begins with. */
    public static final String LOCATION_PREFIX = "kientao:";

    private static final String SNAPSHOT = "SNAPSHOT";

    public Cut {
        requireNonNull(module, "module");
        requireNonNull(version, "version");
        requireNonNull(sha256, "sha256");
    }

    public ReleaseId release() {
        return new ReleaseId(module, version);
    }

    public String location() {
        return LOCATION_PREFIX + module + "@" + version + "#" + sha256.substring(0, 12);
    }

    /** Whether the version may come back with other content. */
    public static boolean development(Version version) {
        return version.getQualifier().equals(SNAPSHOT);
    }

    @Override
    public String toString() {
        return release().toString();
    }
}
