package vn.kientao.platform.api.module;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import vn.kientao.platform.api.text.LocalText;

/** A module's own word on whether it is well. Registered as a service; asked before promotion and from then on. */
@ConsumerType
public interface HealthProbe {

    /** What is wrong, in one sentence; empty when the module is well. Answers within 5 seconds. */
    Optional<LocalText> ailment();
}
