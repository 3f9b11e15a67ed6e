package vn.kientao.platform.kernel.rollout;

import static vn.kientao.platform.kernel.Sentences.refuse;
import static vn.kientao.platform.kernel.Sentences.refuseWithWords;
import static vn.kientao.platform.kernel.Sentences.say;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Backups;
import vn.kientao.platform.api.data.Backups.Backup;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.DatabaseException;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Publication;
import vn.kientao.platform.api.module.Publication.Audience;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.RolloutStatus.Step;
import vn.kientao.platform.kernel.artifact.ArtifactStore;
import vn.kientao.platform.kernel.live.LiveRelease;
import vn.kientao.platform.kernel.live.Routes;
import vn.kientao.platform.kernel.store.ArtifactRepository;
import vn.kientao.platform.kernel.store.PublicationRepository;
import vn.kientao.platform.kernel.store.ReleaseRepository;
import vn.kientao.platform.kernel.store.RouteRepository;

/** Takes modules away: uninstalling keeps their data, purging throws it away after an export. */
public final class Departure {
    private static final Logger log = LoggerFactory.getLogger(Departure.class);

    private final Database database;
    private final Migrations migrations;
    private final Supplier<Optional<Backups>> backups;
    private final ArtifactStore store;
    private final ArtifactRepository artifactRows;
    private final ReleaseRepository releaseRows;
    private final RouteRepository routeRows;
    private final PublicationRepository publicationRows;
    private final Routes routes;
    private final Retirement retirement;
    private final Troubles troubles;
    private final Journal journal;
    private final Clock clock;

    public Departure(
            Database database,
            Migrations migrations,
            Supplier<Optional<Backups>> backups,
            ArtifactStore store,
            ArtifactRepository artifactRows,
            ReleaseRepository releaseRows,
            RouteRepository routeRows,
            PublicationRepository publicationRows,
            Routes routes,
            Retirement retirement,
            Troubles troubles,
            Journal journal,
            Clock clock) {
        this.database = database;
        this.migrations = migrations;
        this.backups = backups;
        this.store = store;
        this.artifactRows = artifactRows;
        this.releaseRows = releaseRows;
        this.routeRows = routeRows;
        this.publicationRows = publicationRows;
        this.routes = routes;
        this.retirement = retirement;
        this.troubles = troubles;
        this.journal = journal;
        this.clock = clock;
    }

    /** Routes lead nowhere any more, the release finishes its requests and goes; data and artifacts stay. */
    RolloutStatus uninstall(Order order) {
        ModuleId module = order.cut().module();
        journal.step(order.id(), Step.PLANNED);
        Collection<LiveRelease> unused = routes.change(h -> {
            routeRows.uninstall(h, module, clock.instant());
            journal.audit(h, "uninstall", order.cut(), Optional.empty(), order.account(), order.request());
            return journal.step(h, order.id(), Step.DRAINING);
        });
        troubles.forget(module);
        retirement.retire(unused);
        log.info("Module {} is uninstalled", module);
        return journal.end(order.id(), Step.DONE, Optional.empty());
    }

    /** Exports the module's schema, then removes it with every jar and every setting of the module. */
    RolloutStatus purge(Order order) {
        ModuleId module = order.cut().module();
        export(order, module);
        migrations.drop(module.value());
        List<String> contents = database.read(h -> artifactRows.ofModule(h, module));
        contents.forEach(sha256 -> database.write(h -> {
            artifactRows.remove(h, sha256);
            return sha256;
        }));
        store.forgetFiles(contents);
        database.write(h -> forget(h, order, module));
        log.info("The data of module {} is gone", module);
        return journal.end(order.id(), Step.DONE, Optional.empty());
    }

    private ModuleId forget(Handle h, Order order, ModuleId module) {
        releaseRows.forget(h, module);
        routeRows.forgetEnablement(h, module);
        publicationRows.put(h, module, new Publication(Audience.NOBODY, Set.of()));
        journal.audit(h, "purge", order.cut(), Optional.empty(), order.account(), order.request());
        return module;
    }

    private void export(Order order, ModuleId module) {
        boolean exported = journal.find(order.id())
                .filter(rollout -> rollout.step() == Step.BACKED_UP)
                .isPresent();
        if (exported) {
            return;
        }
        Backups service = backups.get().orElseThrow(() -> refuse("kernel.failed.no-export", module));
        try {
            Backup backup = service.export(module.value(), order.account());
            journal.note(order.id(), say("kernel.note.exported", backup.name()));
            journal.step(order.id(), Step.BACKED_UP);
        } catch (DatabaseException e) {
            throw refuseWithWords(e, "kernel.failed.export", module);
        }
    }
}
