package vn.kientao.platform.api.module;

import java.io.InputStream;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Version;

/** The module jars that the platform keeps, byte for byte as they were received. */
@ProviderType
public interface Artifacts {

    /** The jar of a version; empty when it was never received or is no longer kept. The caller closes the stream. */
    Optional<InputStream> open(ModuleId module, Version version);
}
