package vn.kientao.platform.api.module;

import static java.util.Objects.requireNonNull;

import org.osgi.framework.Version;

/**
 * One release (phiên bản) of a module. A version never comes back with other content, so id and version are enough.
 */
public record ReleaseId(ModuleId module, Version version) {

    public ReleaseId {
        requireNonNull(module, "module");
        requireNonNull(version, "version");
    }

    @Override
    public String toString() {
        return module + "@" + version;
    }
}
