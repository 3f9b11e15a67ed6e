package vn.kientao.reform.procedures.app.completion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.procedures.app.catalogue.Catalogue;
import vn.kientao.reform.procedures.app.variant.Changing;
import vn.kientao.reform.procedures.domain.GapKind;
import vn.kientao.reform.procedures.domain.catalogue.ProcedureVersion;
import vn.kientao.reform.procedures.domain.completion.Completion;
import vn.kientao.reform.procedures.domain.completion.GapTask;
import vn.kientao.reform.procedures.domain.completion.WantedGaps;
import vn.kientao.reform.procedures.domain.publication.CatalogueChange;
import vn.kientao.reform.procedures.store.catalogue.CatalogueReader;
import vn.kientao.reform.procedures.store.catalogue.ImportTurn;
import vn.kientao.reform.procedures.store.catalogue.VersionWriter;
import vn.kientao.reform.procedures.store.completion.CompletionStore;
import vn.kientao.reform.procedures.store.completion.GapStore;
import vn.kientao.reform.procedures.store.publication.ChangeFeed;
import vn.kientao.reform.procedures.store.variant.TraitStore;

/** The work list of what published records leave open, and what people complete in it. */
@Component(service = Completions.class)
public final class Completions {
    private final Database database;
    private final AuditTrail audit;
    private final Catalogue catalogue;
    private final GapStore gaps = new GapStore();
    private final CompletionStore store = new CompletionStore();
    private final CatalogueReader reader = new CatalogueReader();
    private final VersionWriter versions = new VersionWriter();
    private final ImportTurn turn = new ImportTurn();
    private final TraitStore traits = new TraitStore();
    private final ChangeFeed feed = new ChangeFeed();

    @Activate
    public Completions(@Reference Database database, @Reference AuditTrail audit, @Reference Catalogue catalogue) {
        this.database = database;
        this.audit = audit;
        this.catalogue = catalogue;
    }

    /** A page of tasks. */
    public List<GapTask> page(WantedGaps wanted, int size) {
        return database.read(handle -> gaps.page(handle, wanted, size));
    }

    /** How many are open, or done, of each kind. */
    public Map<GapKind, Long> counts(boolean done) {
        return database.read(handle -> gaps.counts(handle, done));
    }

    /** A gap of a current version. */
    public Optional<GapTask> find(long version, int place) {
        return database.read(handle -> gaps.find(handle, version, place));
    }

    /** What was completed where an earlier version said the same in the same place: to be confirmed by a person. */
    public Optional<Completion> earlier(GapTask task) {
        return database.read(handle -> store.earlier(handle, task.code(), task.gap()));
    }

    /**
     * Keeps what a person completed; lists and pages show it from then on, the published words stay.
     *
     * @throws StaleRecordException when somebody else has completed it, or the version is not the current one any more
     */
    public void complete(GapTask task, Completion made, Changing by) {
        database.write(transaction -> {
            if (!store.insert(transaction, task.versionId(), task.code(), made)) {
                throw new StaleRecordException("gap " + task.place() + " of version " + task.versionId(), 0);
            }
            show(transaction, task, by);
            audit.record(
                    transaction,
                    by.audit()
                            .entry(
                                    "procedures.complete",
                                    "procedure",
                                    task.code(),
                                    "{\"gap\":\"%s\",\"place\":%d}"
                                            .formatted(task.gap().kind(), task.place()))
                            .because(made.source()));
            return made;
        });
        catalogue.refresh();
    }

    private void show(Handle transaction, GapTask task, Changing by) {
        ProcedureVersion completed =
                reader.version(transaction, task.versionId()).orElseThrow();
        versions.summarise(transaction, task.versionId(), completed.procedure(), completed.gaps());
        turn.nextGeneration(transaction);
        if (!traits.find(transaction, task.code()).traits().internal()) {
            feed.add(
                    transaction,
                    task.code(),
                    task.name(),
                    CatalogueChange.Kind.COMPLETE,
                    Optional.of(task.versionId()),
                    by.at());
        }
    }
}
