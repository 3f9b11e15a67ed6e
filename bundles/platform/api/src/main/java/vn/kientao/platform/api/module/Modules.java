package vn.kientao.platform.api.module;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Looks at modules and rollouts; changes nothing. */
@ProviderType
public interface Modules {

    /** Every module that is installed, in order of id. */
    List<ModuleStatus> all();

    Optional<ModuleStatus> find(ModuleId id);

    /** The newest rollouts, newest first. */
    List<RolloutStatus> rollouts(int limit);

    Optional<RolloutStatus> rollout(long id);

    /** What stands in the way of calling the platform ready: modules that should serve and do not. Empty when ready. */
    List<ModuleId> missing();
}
