package vn.kientao.reform.procedures.app.dossierimport;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.platform.api.jobs.JobFailedException;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.time.Deadlines;
import vn.kientao.reform.procedures.app.dossier.DeskProcedures;
import vn.kientao.reform.procedures.domain.dossier.DeadlineRule;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImport;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImportState;
import vn.kientao.reform.procedures.store.ProcedureTables;
import vn.kientao.reform.procedures.store.dossier.DeadlineRules;
import vn.kientao.reform.procedures.store.dossier.DossierChanges;
import vn.kientao.reform.procedures.store.dossierimport.DossierImportStore;
import vn.kientao.reform.procedures.store.dossierimport.ImportedDossiers;
import vn.kientao.reform.procedures.store.dossierimport.ImportedDossiers.Standing;

/**
 * Brings dossiers of before into the agency's file: tries a file, takes its rows over, takes them out again. An import that
 * is stopped leaves nothing behind, or goes on where it was.
 */
@Component(service = DossierImporter.class)
public final class DossierImporter {
    private static final Logger log = LoggerFactory.getLogger(DossierImporter.class);
    private static final TextBundle TEXTS = TextBundle.of(DossierImporter.class);
    private static final int NAMED = 20;

    private final Database database;
    private final AuditTrail auditTrail;
    private final Clock clock;
    private final DeskProcedures procedures;
    private final Agencies agencies;
    private final Deadlines deadlines;
    private final Sheets sheets;
    private final DossierImportStore imports = new DossierImportStore();
    private final ImportedDossiers imported = new ImportedDossiers();
    private final DeadlineRules rules = new DeadlineRules();
    private final DossierChanges changes = new DossierChanges();

    @Activate
    public DossierImporter(
            @Reference Database database,
            @Reference AuditTrail auditTrail,
            @Reference Clock clock,
            @Reference DeskProcedures procedures,
            @Reference Agencies agencies,
            @Reference Deadlines deadlines,
            @Reference Sheets sheets,
            @Reference ProcedureTables tables) {
        this.database = database;
        this.auditTrail = auditTrail;
        this.clock = clock;
        this.procedures = procedures;
        this.agencies = agencies;
        this.deadlines = deadlines;
        this.sheets = sheets;
    }

    /** Reads {@code file} to its end and keeps what it would bring; takes nothing over. */
    public void check(DossierImport shown, InputStream file, Progress progress) throws IOException {
        LocalDateTime now = now();
        new Trying(database, shown, new RowReader(lookups(), shown.agency(), now), progress).run(sheets, file);
    }

    /**
     * Takes the rows of the dry run over: all of them or none.
     *
     * @throws JobFailedException when there is nothing to take over, or rows were refused and not left out
     */
    public void commit(DossierImport shown, String account, String requestId, Progress progress) {
        LocalDateTime now = now();
        Lookups lookups = lookups();
        TakingOver work = new TakingOver(database, shown, lookups, new RowReader(lookups, shown.agency(), now), now);
        boolean done = false;
        try {
            refuseUnlessGood(shown);
            work.run(progress);
            database.write(transaction -> {
                imports.committed(transaction, shown.id(), work.fresh(), work.same());
                imports.end(transaction, shown.id(), DossierImportState.COMMITTED, clock.instant());
                auditTrail.record(
                        transaction, entry(shown, account, requestId, "import-dossiers", work.fresh(), work.same()));
                return shown.id();
            });
            done = true;
        } catch (RowsRefusedException e) {
            throw new JobFailedException(TEXTS.text("dossier-import.changed-since", "" + e.line()));
        } finally {
            if (!done) {
                takeOut(shown, Progress.UNWATCHED);
                database.write(transaction -> imports.move(
                        transaction, shown.id(), DossierImportState.COMMITTING, DossierImportState.CHECKED));
            }
        }
        log.info("Took {} dossiers over into {} by import {}", work.fresh(), shown.agency(), shown.id());
    }

    private static void refuseUnlessGood(DossierImport shown) {
        if (shown.fresh() == 0) {
            throw new JobFailedException(TEXTS.text("dossier-import.nothing-new"));
        }
        if (shown.refused() > 0 && !shown.acceptedOnly()) {
            throw new JobFailedException(TEXTS.text("dossier-import.rows-refused", Formats.number(shown.refused())));
        }
    }

    /**
     * Takes the dossiers of an import out again.
     *
     * @throws JobFailedException when some moved on meanwhile; those stay, and are named
     */
    public void undo(DossierImport shown, String account, String requestId, Progress progress) {
        long gone = takeOut(shown, progress);
        List<String> stayed = movedOn(shown);
        database.write(transaction -> {
            long left = imported.count(transaction, shown.id());
            imports.committed(transaction, shown.id(), left, shown.same());
            imports.end(
                    transaction,
                    shown.id(),
                    left == 0 ? DossierImportState.UNDONE : DossierImportState.COMMITTED,
                    clock.instant());
            auditTrail.record(transaction, entry(shown, account, requestId, "undo-import", gone, left));
            return left;
        });
        if (!stayed.isEmpty()) {
            throw new JobFailedException(TEXTS.text("dossier-import.moved-on", String.join(", ", stayed)));
        }
    }

    /** Codes of dossiers of the import that have moved on here; a few of them, in the order of the file. */
    public List<String> movedOn(DossierImport shown) {
        return database.read(handle -> imported.movedOn(handle, shown.id(), NAMED));
    }

    private long takeOut(DossierImport shown, Progress progress) {
        long gone = 0;
        long line = -1;
        Turn turn = new Turn(database);
        while (true) {
            long after = line;
            List<Standing> window = database.read(handle -> imported.window(handle, shown.id(), after, turn.size()));
            if (window.isEmpty()) {
                return gone;
            }
            line = window.get(window.size() - 1).line();
            gone += turn.write(window.size(), transaction -> takeOut(transaction, shown, window, after));
            progress.at(gone, shown.fresh(), gone);
        }
    }

    private int takeOut(Handle transaction, DossierImport shown, List<Standing> window, long after) {
        changes.hold(transaction, window.stream().map(Standing::dossier).toList());
        // Whoever held one of them before has moved it on by now.
        List<Long> untouched = imported.window(transaction, shown.id(), after, window.size()).stream()
                .filter(standing -> !standing.movedOn())
                .map(Standing::dossier)
                .toList();
        if (!untouched.isEmpty()) {
            imported.delete(transaction, untouched);
        }
        return untouched.size();
    }

    private Lookups lookups() {
        List<DeadlineRule> all = database.read(rules::all);
        return new Lookups(procedures, agencies, deadlines, all);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), Formats.ZONE).truncatedTo(ChronoUnit.SECONDS);
    }

    private static AuditEntry entry(
            DossierImport shown, String account, String requestId, String verb, long dossiers, long other) {
        String detail = "{\"dossiers\":%d,\"%s\":%d,\"refused\":%d}"
                .formatted(dossiers, verb.equals("undo-import") ? "stayed" : "same", other, shown.refused());
        return new AuditEntry(
                account,
                Optional.of(shown.agency()),
                "procedures",
                "procedures." + verb,
                "dossier-import",
                String.valueOf(shown.id()),
                detail,
                requestId);
    }
}
