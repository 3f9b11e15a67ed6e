package vn.kientao.platform.kernel.rollout;

import static vn.kientao.platform.kernel.Sentences.refuseWithWords;
import static vn.kientao.platform.kernel.Sentences.say;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.kientao.platform.api.data.Backups;
import vn.kientao.platform.api.data.Backups.Backup;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.DatabaseException;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.module.RolloutStatus.Kind;
import vn.kientao.platform.api.module.RolloutStatus.Step;
import vn.kientao.platform.kernel.artifact.Artifact;
import vn.kientao.platform.kernel.artifact.Cut;
import vn.kientao.platform.kernel.artifact.JarScripts;
import vn.kientao.platform.kernel.store.RouteRepository;

/** Takes a backup before data is migrated, unless the administrator has decided otherwise. */
public final class Precaution {
    private final Database database;
    private final RouteRepository routes;
    private final Migrations migrations;
    private final Supplier<Optional<Backups>> backups;
    private final Supplier<Policy> policy;
    private final Journal journal;

    public Precaution(
            Database database,
            RouteRepository routes,
            Migrations migrations,
            Supplier<Optional<Backups>> backups,
            Supplier<Policy> policy,
            Journal journal) {
        this.database = database;
        this.routes = routes;
        this.migrations = migrations;
        this.backups = backups;
        this.policy = policy;
        this.journal = journal;
    }

    /** Backs up when the release has scripts that will change data of a module that serves. */
    void take(Order order, Artifact artifact) {
        if (order.kind() != Kind.UPDATE || !policy.get().backUp()) {
            return;
        }
        Cut cut = order.cut();
        List<String> scripts = migrations.pendingExpand(cut.module().value(), JarScripts.of(artifact.file()));
        boolean serves =
                database.read(h -> routes.desired(h).standard(cut.module()).isPresent());
        if (serves && !scripts.isEmpty()) {
            backups.get().ifPresent(service -> backUp(order, service));
        }
    }

    private void backUp(Order order, Backups service) {
        Cut cut = order.cut();
        try {
            Backup backup = service.createAutomatic(
                    "before " + cut.module() + " " + cut.version(), order.account(), (done, total, table) -> {});
            journal.step(order.id(), Step.BACKED_UP);
            journal.note(order.id(), say("kernel.note.backed-up", backup.name()));
        } catch (DatabaseException e) {
            throw refuseWithWords(e, "kernel.failed.backup", cut.module(), cut.version());
        }
    }
}
