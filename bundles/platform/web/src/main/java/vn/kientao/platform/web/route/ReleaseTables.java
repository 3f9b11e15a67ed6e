package vn.kientao.platform.web.route;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ReleaseId;

/** The tables of all admitted releases, whether they serve or not. Which one serves only the router says. */
@Component(service = ReleaseTables.class)
public final class ReleaseTables {
    private final Map<ReleaseId, RouteTable> tables = new ConcurrentHashMap<>();
    private volatile List<ModuleId> modules = List.of();

    public Optional<RouteTable> find(ReleaseId release) {
        return Optional.ofNullable(tables.get(release));
    }

    /** The table of the highest admitted release of a module. */
    Optional<RouteTable> newest(ModuleId module) {
        return tables.entrySet().stream()
                .filter(entry -> entry.getKey().module().equals(module))
                .max(Comparator.comparing(entry -> entry.getKey().version()))
                .map(Map.Entry::getValue);
    }

    /** The modules of which some release is admitted, in order of id. */
    public List<ModuleId> modules() {
        return modules;
    }

    public synchronized void put(ReleaseId release, RouteTable table) {
        tables.put(release, table);
        refresh();
    }

    public synchronized void remove(ReleaseId release) {
        tables.remove(release);
        refresh();
    }

    private void refresh() {
        modules = tables.keySet().stream()
                .map(ReleaseId::module)
                .distinct()
                .sorted()
                .toList();
    }
}
