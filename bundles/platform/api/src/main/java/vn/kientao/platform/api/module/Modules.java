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

    /** Every version of a module that was received, newest first. */
    List<ReleaseHistory> history(ModuleId module);

    /** A plan as it looks now; empty when nobody made it or it was thrown away. */
    Optional<Plan> plan(long id);

    /** To whom the catalogue offers the module. */
    Publication publication(ModuleId module);

    /** What the live releases of a module have done on this node, busiest agency first. */
    List<ModuleUsage> usage(ModuleId module);

    /** What was left off at the last start; empty when nothing was. */
    Optional<SafeMode> safeMode();

    /**
     * What stands in the way of calling the platform ready: modules that should serve and have not been tried yet. Empty
     * when ready; a module that was tried and does not come up keeps nobody from the others.
     */
    List<ModuleId> missing();
}
