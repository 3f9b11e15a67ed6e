package vn.kientao.platform.api.module;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Bundle;

/** A release that is alive in the framework: installed, resolved and started. */
@ProviderType
public interface Release {

    ModuleManifest manifest();

    default ReleaseId id() {
        return manifest().release();
    }

    /** The bundle that carries it; its class loader has the release's texts and classes. */
    Bundle bundle();

    /** The services of type {@code S} that this release's own bundle registered, in order of service id. */
    <S> List<S> services(Class<S> type);
}
