package vn.kientao.platform.web.door;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Router.Routing;

/** Finds the release that serves: by the route table, or the one that is being tried. */
interface ModuleFinder {

    /** @param agency code; empty for visitors of no agency */
    Routing route(ModuleId module, Optional<String> agency);

    /** Modules that might serve somebody, in order of id. */
    List<ModuleId> modules();
}
