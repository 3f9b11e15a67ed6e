package vn.kientao.platform.kernel.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.kernel.artifact.Cut;
import vn.kientao.platform.kernel.store.Desired.Wanted;

/** Reads and writes routes and enablement. */
public final class RouteRepository {
    private static final String GENERATION = """
            SELECT generation
              FROM kernel.route_generation
             WHERE id = 1
            """;
    private static final String NEXT_GENERATION = """
            UPDATE kernel.route_generation
               SET generation = generation + 1
             WHERE id = 1
            """;
    private static final String ROUTES = """
            SELECT module, version, sha256, since
              FROM kernel.route
            """;
    private static final String DIVERSIONS = """
            SELECT module, agency, version, sha256
              FROM kernel.route_agency
            """;
    private static final String OFF = """
            SELECT module, agency
              FROM kernel.enablement
             WHERE enabled = FALSE
            """;
    private static final String CHANGE_ROUTE = """
            UPDATE kernel.route
               SET version = ?, sha256 = ?, since = ?
             WHERE module = ?
            """;
    private static final String ADD_ROUTE = """
            INSERT INTO kernel.route (module, version, sha256, since)
            VALUES (?, ?, ?, ?)
            """;
    private static final String REMOVE_DIVERSION = """
            DELETE FROM kernel.route_agency
             WHERE module = ? AND agency = ?
            """;
    private static final String REMOVE_DIVERSIONS_TO = """
            DELETE FROM kernel.route_agency
             WHERE module = ? AND sha256 = ?
            """;
    private static final String REMOVE_DIVERSIONS = """
            DELETE FROM kernel.route_agency
             WHERE module = ?
            """;
    private static final String REMOVE_ROUTE = """
            DELETE FROM kernel.route
             WHERE module = ?
            """;
    private static final String UNINSTALLED = """
            SELECT module
              FROM kernel.uninstalled
            """;
    private static final String ADD_UNINSTALLED = """
            INSERT INTO kernel.uninstalled (module, since)
            VALUES (?, ?)
            """;
    private static final String REMOVE_UNINSTALLED = """
            DELETE FROM kernel.uninstalled
             WHERE module = ?
            """;
    private static final String FORGET_ENABLEMENT = """
            DELETE FROM kernel.enablement
             WHERE module = ?
            """;
    private static final String ADD_DIVERSION = """
            INSERT INTO kernel.route_agency (module, agency, version, sha256, since)
            VALUES (?, ?, ?, ?, ?)
            """;
    private static final String CHANGE_ENABLEMENT = """
            UPDATE kernel.enablement
               SET enabled = ?, since = ?, changed_by = ?
             WHERE module = ? AND agency = ?
            """;
    private static final String ADD_ENABLEMENT = """
            INSERT INTO kernel.enablement (module, agency, enabled, since, changed_by)
            VALUES (?, ?, ?, ?, ?)
            """;

    public long generation(Handle h) {
        return h.createQuery(GENERATION).mapTo(Long.class).one();
    }

    /** Everything that should serve, with the generation it belongs to. */
    public Desired desired(Handle h) {
        long generation = generation(h);
        Map<ModuleId, Map<String, Cut>> diverted = diverted(h);
        Map<ModuleId, Set<String>> off = off(h);
        Map<ModuleId, Wanted> modules = new HashMap<>();
        h.createQuery(ROUTES)
                .map((rs, context) ->
                        Map.entry(Rows.cut(rs), Rows.instant(rs, "since").orElse(Instant.EPOCH)))
                .forEach(route -> {
                    ModuleId module = route.getKey().module();
                    modules.put(
                            module,
                            new Wanted(
                                    route.getKey(),
                                    route.getValue(),
                                    diverted.getOrDefault(module, Map.of()),
                                    off.getOrDefault(module, Set.of())));
                });
        return new Desired(generation, modules, uninstalled(h));
    }

    /** Counts one change. On databases with parallel writers it also queues them: the row is locked until commit. */
    public void nextGeneration(Handle h) {
        h.execute(NEXT_GENERATION);
    }

    /** Makes {@code cut} the release for everybody who is not diverted. */
    public void route(Handle h, Cut cut, Instant at) {
        OffsetDateTime since = at.atOffset(ZoneOffset.UTC);
        String module = cut.module().value();
        String version = cut.version().toString();
        if (h.execute(CHANGE_ROUTE, version, cut.sha256(), since, module) == 0) {
            h.execute(ADD_ROUTE, module, version, cut.sha256(), since);
        }
        h.execute(REMOVE_UNINSTALLED, module);
        straightenTo(h, cut);
    }

    /** Leads nowhere any more; remembers that somebody wanted it so. */
    public void uninstall(Handle h, ModuleId module, Instant at) {
        h.execute(REMOVE_ROUTE, module.value());
        h.execute(REMOVE_DIVERSIONS, module.value());
        h.execute(REMOVE_UNINSTALLED, module.value());
        h.execute(ADD_UNINSTALLED, module.value(), at.atOffset(ZoneOffset.UTC));
    }

    /** Forgets for whom the module was on or off. */
    public void forgetEnablement(Handle h, ModuleId module) {
        h.execute(FORGET_ENABLEMENT, module.value());
    }

    /** Lets {@code cut} serve one agency, whatever serves the others. */
    public void divert(Handle h, Cut cut, String agency, Instant at) {
        straighten(h, cut.module(), agency);
        h.execute(
                ADD_DIVERSION,
                cut.module().value(),
                agency,
                cut.version().toString(),
                cut.sha256(),
                at.atOffset(ZoneOffset.UTC));
    }

    /** Ends a diversion; returns whether there was one. */
    public boolean straighten(Handle h, ModuleId module, String agency) {
        return h.execute(REMOVE_DIVERSION, module.value(), agency) > 0;
    }

    /** Ends every diversion to {@code cut}. */
    public void straightenTo(Handle h, Cut cut) {
        h.execute(REMOVE_DIVERSIONS_TO, cut.module().value(), cut.sha256());
    }

    public void enable(Handle h, ModuleId module, String agency, boolean enabled, Instant at, String by) {
        OffsetDateTime since = at.atOffset(ZoneOffset.UTC);
        if (h.execute(CHANGE_ENABLEMENT, enabled, since, by, module.value(), agency) == 0) {
            h.execute(ADD_ENABLEMENT, module.value(), agency, enabled, since, by);
        }
    }

    private static Map<ModuleId, Map<String, Cut>> diverted(Handle h) {
        Map<ModuleId, Map<String, Cut>> diverted = new HashMap<>();
        h.createQuery(DIVERSIONS)
                .map((rs, context) -> Map.entry(rs.getString("agency"), Rows.cut(rs)))
                .forEach(row -> diverted.computeIfAbsent(row.getValue().module(), module -> new HashMap<>())
                        .put(row.getKey(), row.getValue()));
        return diverted;
    }

    private static Set<ModuleId> uninstalled(Handle h) {
        return h.createQuery(UNINSTALLED)
                .map((rs, context) -> new ModuleId(rs.getString("module")))
                .set();
    }

    private static Map<ModuleId, Set<String>> off(Handle h) {
        Map<ModuleId, Set<String>> off = new HashMap<>();
        h.createQuery(OFF)
                .map((rs, context) -> Map.entry(new ModuleId(rs.getString("module")), rs.getString("agency")))
                .forEach(row -> off.computeIfAbsent(row.getKey(), module -> new HashSet<>())
                        .add(row.getValue()));
        return off;
    }
}
