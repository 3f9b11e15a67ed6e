package vn.kientao.platform.web.door;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Release;
import vn.kientao.platform.api.module.Router.Lease;
import vn.kientao.platform.api.module.Router.Routing;

/** A world in which only the release on trial serves. */
record TrialModule(Release release) implements ModuleFinder {

    @Override
    public Routing route(ModuleId module, Optional<String> agency) {
        return module.equals(release.id().module())
                ? new Routing.Serving(new OwnLease(release))
                : new Routing.Unknown();
    }

    @Override
    public List<ModuleId> modules() {
        return List.of(release.id().module());
    }

    /** The kernel keeps the release alive while it tries it. */
    private record OwnLease(Release release) implements Lease {
        @Override
        public void close() {}
    }
}
