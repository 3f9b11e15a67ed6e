package vn.kientao.platform.kernel.live;

import java.util.Optional;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Router.Routing;
import vn.kientao.platform.kernel.artifact.Cut;

/** Releases that may not be asked although routes lead to them. Looked at by every request. */
public interface Exclusions {
    /** Nothing is excluded. */
    Exclusions NONE = new Exclusions() {
        @Override
        public Optional<Routing.Quarantined> of(Cut cut) {
            return Optional.empty();
        }

        @Override
        public Optional<Routing.Quarantined> ofAny(ModuleId module) {
            return Optional.empty();
        }
    };

    /** What is answered for the release instead; empty when it may be asked. */
    Optional<Routing.Quarantined> of(Cut cut);

    /** What is answered for a module of which nothing is up because a release of it is excluded. */
    Optional<Routing.Quarantined> ofAny(ModuleId module);
}
