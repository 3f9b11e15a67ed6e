package vn.kientao.platform.web.door;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.web.route.Zone;

/**
 * An address that leads to a module.
 *
 * @param agency code of the agency; empty in the public zones
 * @param module what stands where a module's id stands
 * @param path what follows
 */
record ModuleAddress(Zone zone, Optional<String> agency, String module, List<String> path) {

    /** Reads the segments of a path; empty when no module can stand there. */
    static Optional<ModuleAddress> of(List<String> segments) {
        boolean api = segments.size() > 1
                && segments.get(0).equals("api")
                && segments.get(1).equals("v1");
        List<String> rest = api ? segments.subList(2, segments.size()) : segments;
        if (rest.size() < 2) {
            return Optional.empty();
        }
        List<String> path = List.copyOf(rest.subList(2, rest.size()));
        if (rest.get(0).equals("public")) {
            Zone zone = api ? Zone.OPEN_API : Zone.OPEN;
            return Optional.of(new ModuleAddress(zone, Optional.empty(), rest.get(1), path));
        }
        Zone zone = api ? Zone.API : Zone.STAFF;
        return Optional.of(new ModuleAddress(zone, Optional.of(rest.get(0)), rest.get(1), path));
    }
}
