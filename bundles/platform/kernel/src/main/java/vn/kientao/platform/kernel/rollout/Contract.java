package vn.kientao.platform.kernel.rollout;

import static vn.kientao.platform.kernel.Sentences.refuseWithWords;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.MigrationException;
import vn.kientao.platform.api.data.MigrationScripts;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.kernel.artifact.Cut;
import vn.kientao.platform.kernel.live.LiveRelease;
import vn.kientao.platform.kernel.live.RouteTable.Entry;
import vn.kientao.platform.kernel.live.Routes;
import vn.kientao.platform.kernel.store.ReleaseRepository;

/**
 * Runs the contract scripts of the live release, which remove what older releases needed. That ends the way back to them,
 * so it waits until the module is about to move on: {@code docs/adr/0003-contract-migrations.md}.
 */
public final class Contract {
    private static final Logger log = LoggerFactory.getLogger(Contract.class);

    private final Database database;
    private final Migrations migrations;
    private final ReleaseRepository releases;
    private final Routes routes;
    private final Clock clock;

    public Contract(Database database, Migrations migrations, ReleaseRepository releases, Routes routes, Clock clock) {
        this.database = database;
        this.migrations = migrations;
        this.releases = releases;
        this.routes = routes;
        this.clock = clock;
    }

    /** Contracts to the live release, unless an older one is still in use. */
    void beforeUpdate(ModuleId module, boolean olderBusy) {
        Optional<Entry> entry = routes.table().find(module);
        Optional<LiveRelease> live = entry.flatMap(Entry::standard);
        if (live.isEmpty() || !entry.get().diverted().isEmpty()) {
            return;
        }
        MigrationScripts scripts = MigrationScripts.of(live.get().bundle());
        if (!migrations.contractPending(module.value(), scripts)) {
            return;
        }
        if (olderBusy) {
            log.warn("Contract scripts of {} wait: an older release is still busy", live.get());
            return;
        }
        contract(live.get().cut(), scripts);
    }

    private void contract(Cut cut, MigrationScripts scripts) {
        // Noted first: from the first script on there is no way back, whether the others succeed or not.
        database.write(h -> {
            releases.contracted(h, cut, clock.instant());
            return cut;
        });
        try {
            List<String> ran = migrations.contract(cut.module().value(), scripts);
            log.info("Contracted schema {} to {}: {}", cut.module(), cut, ran);
        } catch (MigrationException e) {
            throw refuseWithWords(e, "kernel.failed.contract", cut.module(), cut.version(), e.script());
        }
    }
}
