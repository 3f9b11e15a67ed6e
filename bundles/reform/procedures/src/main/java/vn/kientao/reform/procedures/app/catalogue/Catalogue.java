package vn.kientao.reform.procedures.app.catalogue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.reform.procedures.domain.catalogue.CatalogueEntry;
import vn.kientao.reform.procedures.domain.catalogue.ProcedureVersion;
import vn.kientao.reform.procedures.domain.catalogue.Synonym;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.catalogue.CatalogueReader;

/**
 * The catalogue of procedures: searched in memory, read from the database. The index follows the catalogue within
 * {@link #FRESH}, whoever changes it; {@link #refresh} follows at once.
 */
@Component(service = Catalogue.class)
public final class Catalogue {
    /** How long the index may serve before it asks whether the catalogue has changed. */
    static final Duration FRESH = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(Catalogue.class);

    private final Database database;
    private final CatalogueReader reader = new CatalogueReader();
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile Snapshot snapshot;

    /** An index, the generation it was made of, and the time until which nobody need ask for a newer one. */
    private record Snapshot(CatalogueIndex index, long generation, long freshUntil) {

        boolean fresh() {
            return System.nanoTime() - freshUntil < 0;
        }

        Snapshot prolonged() {
            return new Snapshot(index, generation, System.nanoTime() + FRESH.toNanos());
        }
    }

    private record Content(long generation, List<CatalogueEntry> entries, List<Synonym> synonyms) {}

    @Activate
    public Catalogue(@Reference Database database, @Reference ProcedureTables tables) {
        this(database);
    }

    /** For tests: the tables are there. */
    public Catalogue(Database database) {
        this.database = database;
        this.snapshot = load();
    }

    /** How many procedures there are. */
    public int size() {
        return index().size();
    }

    /** The procedures found, best first, from place {@code first} on and at most {@code most}. */
    public SearchResult search(SearchQuery query, int first, int most) {
        return index().search(query, first, most);
    }

    /** The procedure with this code as lists show it. */
    public Optional<CatalogueEntry> entry(String code) {
        return index().find(code);
    }

    /** The current version of the procedure with this code. */
    public Optional<ProcedureVersion> current(String code) {
        return database.read(
                handle -> reader.current(handle, code).flatMap(version -> reader.version(handle, version)));
    }

    /** The version of the procedure with this code that was in force on a day. */
    public Optional<ProcedureVersion> on(String code, LocalDate day) {
        return database.read(
                handle -> reader.on(handle, code, day).flatMap(version -> reader.version(handle, version)));
    }

    /** The current version of the procedure with this code, unless it is internal: for everybody's eyes. */
    public Optional<ProcedureVersion> open(String code) {
        boolean internal =
                entry(code).filter(entry -> entry.traits().internal()).isPresent();
        return internal ? Optional.empty() : current(code);
    }

    /** Every version of the procedure, the first one first. */
    public List<ProcedureVersion> versions(String code) {
        return database.read(handle -> reader.versions(handle, code).stream()
                .flatMap(id -> reader.version(handle, id).stream())
                .toList());
    }

    /** A version, in force or not. */
    public Optional<ProcedureVersion> version(long id) {
        return database.read(handle -> reader.version(handle, id));
    }

    /** Follows a change of the catalogue at once. */
    public void refresh() {
        refreshing.lock();
        try {
            follow();
        } finally {
            refreshing.unlock();
        }
    }

    private CatalogueIndex index() {
        Snapshot now = snapshot;
        // While one thread looks for changes, the others are answered from what is known.
        if (!now.fresh() && refreshing.tryLock()) {
            try {
                follow();
            } finally {
                refreshing.unlock();
            }
        }
        return snapshot.index();
    }

    private void follow() {
        long generation = database.read(reader::generation);
        snapshot = generation == snapshot.generation() ? snapshot.prolonged() : load();
    }

    private Snapshot load() {
        long start = System.nanoTime();
        Content content = database.read(this::content);
        CatalogueIndex index = new CatalogueIndex(content.entries(), content.synonyms());
        log.info(
                "Indexed {} procedures of generation {} in {} ms",
                index.size(),
                content.generation(),
                Duration.ofNanos(System.nanoTime() - start).toMillis());
        return new Snapshot(index, content.generation(), System.nanoTime() + FRESH.toNanos());
    }

    /** Reads again when the catalogue changed between two of the statements. */
    private Content content(Handle handle) {
        while (true) {
            long before = reader.generation(handle);
            Content content = new Content(before, reader.entries(handle), reader.synonyms(handle));
            if (reader.generation(handle) == before) {
                return content;
            }
        }
    }
}
