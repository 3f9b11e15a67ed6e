package vn.kientao.platform.kernel.rollout;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.kernel.artifact.ArtifactStore;
import vn.kientao.platform.kernel.artifact.Cut;
import vn.kientao.platform.kernel.store.ArtifactRepository;
import vn.kientao.platform.kernel.store.ReleaseRepository;
import vn.kientao.platform.kernel.store.ReleaseRow;
import vn.kientao.platform.kernel.store.RolloutRepository;
import vn.kientao.platform.kernel.store.RouteRepository;

/** Throws away contents that nobody goes back to. Versions stay known for ever. */
public final class Pruning {
    /** How many versions that have served are kept, the live one included. */
    static final int KEPT = 6;

    private static final Logger log = LoggerFactory.getLogger(Pruning.class);

    private final Database database;
    private final ArtifactStore store;
    private final ArtifactRepository artifacts;
    private final ReleaseRepository releases;
    private final RolloutRepository rollouts;
    private final RouteRepository routes;

    public Pruning(
            Database database,
            ArtifactStore store,
            ArtifactRepository artifacts,
            ReleaseRepository releases,
            RolloutRepository rollouts,
            RouteRepository routes) {
        this.database = database;
        this.store = store;
        this.artifacts = artifacts;
        this.releases = releases;
        this.rollouts = rollouts;
        this.routes = routes;
    }

    void prune(ModuleId module) {
        List<String> gone = database.read(h -> superfluous(h, module));
        for (String sha256 : gone) {
            database.write(h -> {
                artifacts.remove(h, sha256);
                return sha256;
            });
        }
        store.forgetFiles(gone);
        if (!gone.isEmpty()) {
            log.info("Threw away {} old contents of {}", gone.size(), module);
        }
    }

    private List<String> superfluous(Handle h, ModuleId module) {
        Set<String> needed = new HashSet<>();
        routes.desired(h).cuts().stream().map(Cut::sha256).forEach(needed::add);
        releases.ofModule(h, module).stream()
                .filter(row -> row.servedAt().isPresent())
                .limit(KEPT)
                .map(ReleaseRow::cut)
                .map(Cut::sha256)
                .forEach(needed::add);
        Optional<Long> running = rollouts.running(h, module).map(rollout -> rollout.id());
        return running.isPresent()
                ? List.of()
                : artifacts.ofModule(h, module).stream()
                        .filter(sha256 -> !needed.contains(sha256))
                        .toList();
    }
}
