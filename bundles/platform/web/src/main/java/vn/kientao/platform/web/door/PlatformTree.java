package vn.kientao.platform.web.door;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.web.route.CompiledRoute;
import vn.kientao.platform.web.route.RouteTree;

/** The routes of the platform's own rooms, as they stand now. */
interface PlatformTree {

    /** A platform without pages of its own: what a release on trial finds around it. */
    PlatformTree NONE = new PlatformTree() {
        @Override
        public Optional<RouteTree.Place> find(List<String> path) {
            return Optional.empty();
        }

        @Override
        public List<CompiledRoute> menu() {
            return List.of();
        }
    };

    Optional<RouteTree.Place> find(List<String> path);

    /** The routes that stand in the menu, in order. */
    List<CompiledRoute> menu();
}
