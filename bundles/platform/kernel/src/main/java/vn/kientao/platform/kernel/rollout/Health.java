package vn.kientao.platform.kernel.rollout;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.module.Router.Lease;
import vn.kientao.platform.kernel.live.LiveRelease;
import vn.kientao.platform.kernel.live.Routes;

/** Asks the releases that serve how they are, so that an ailing one is named before people notice. */
public final class Health {
    private static final Logger log = LoggerFactory.getLogger(Health.class);

    private final Routes routes;
    private final Staging staging;
    private final Troubles troubles;

    public Health(Routes routes, Staging staging, Troubles troubles) {
        this.routes = routes;
        this.staging = staging;
        this.troubles = troubles;
    }

    void look() {
        for (LiveRelease release : routes.table().releases()) {
            Optional<Lease> lease = release.lease();
            if (lease.isPresent()) {
                try (Lease held = lease.get()) {
                    staging.probe(release);
                    troubles.clear(Troubles.Kind.UNWELL, held.release().id().module());
                } catch (ReleaseRefusedException e) {
                    log.warn(
                            "Module {} is not well: {}",
                            release.cut().module(),
                            e.reason().vi());
                    troubles.put(Troubles.Kind.UNWELL, release.cut().module(), e.reason());
                }
            }
        }
    }
}
