package vn.kientao.platform.kernel.rollout;

import static vn.kientao.platform.kernel.Sentences.refuse;

import java.time.Clock;
import java.util.Optional;
import org.osgi.framework.Version;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.kernel.artifact.Cut;
import vn.kientao.platform.kernel.live.Routes;
import vn.kientao.platform.kernel.store.ReleaseRepository;
import vn.kientao.platform.kernel.store.ReleaseRow;
import vn.kientao.platform.kernel.store.RouteRepository;

/** Lets single agencies be served by another release than the rest: the ground that pilots stand on. */
public final class Diversions {
    private final Database database;
    private final Provisioning provisioning;
    private final Routes routes;
    private final RouteRepository routeRows;
    private final ReleaseRepository releaseRows;
    private final Retirement retirement;
    private final Journal journal;
    private final Clock clock;

    public Diversions(
            Database database,
            Provisioning provisioning,
            Routes routes,
            RouteRepository routeRows,
            ReleaseRepository releaseRows,
            Retirement retirement,
            Journal journal,
            Clock clock) {
        this.database = database;
        this.provisioning = provisioning;
        this.routes = routes;
        this.routeRows = routeRows;
        this.releaseRows = releaseRows;
        this.retirement = retirement;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Serves one agency by a version that has been received.
     *
     * @throws ReleaseRefusedException when the version is not kept or does not come up
     */
    public void divert(ModuleId module, String agency, Version version, String account) {
        Cut cut = database.read(h -> releaseRows.find(h, module, version))
                .filter(ReleaseRow::kept)
                .map(ReleaseRow::cut)
                .orElseThrow(() -> refuse("kernel.failed.artifact-gone", module, version));
        if (routes.find(cut).isEmpty() && provisioning.raise(cut).isEmpty()) {
            throw refuse("kernel.failed.unexpected", module, version);
        }
        retirement.retire(routes.change(h -> {
            routeRows.divert(h, cut, agency, clock.instant());
            journal.audit(h, "divert", cut, Optional.of(agency), account, "");
            return cut;
        }));
    }

    /** Serves the agency like all others again. */
    public void straighten(ModuleId module, String agency, String account) {
        retirement.retire(routes.change(h -> {
            Cut standard = Optional.ofNullable(routeRows.desired(h).modules().get(module))
                    .orElseThrow(() -> refuse("kernel.refused.unknown-module", module))
                    .standard();
            routeRows.straighten(h, module, agency);
            journal.audit(h, "straighten", standard, Optional.of(agency), account, "");
            return standard;
        }));
    }
}
