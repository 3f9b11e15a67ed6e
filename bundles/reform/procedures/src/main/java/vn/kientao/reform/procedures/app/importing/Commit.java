package vn.kientao.reform.procedures.app.importing;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.procedures.domain.catalogue.ImportCounts;
import vn.kientao.reform.procedures.domain.catalogue.ImportState;
import vn.kientao.reform.procedures.store.catalogue.ImportStore;
import vn.kientao.reform.procedures.store.catalogue.ImportTurn;
import vn.kientao.reform.procedures.store.catalogue.NewVersion;
import vn.kientao.reform.procedures.store.catalogue.StagedVersions;
import vn.kientao.reform.procedures.store.catalogue.VersionWriter;
import vn.kientao.reform.procedures.store.publication.ChangeFeed;

/**
 * Commits one import: versions are kept in short transactions where no reader sees them, and become current in one
 * transaction at the end. Whatever ends it before leaves the catalogue as it was.
 */
final class Commit {
    /** Rows a transaction: a few milliseconds of everybody's turn to write. */
    private static final int CHUNK_ROWS = 200;

    private static final int CHUNK_CHARACTERS = 2 << 20;
    private static final TextBundle TEXTS = TextBundle.of(Commit.class);

    private final Database database;
    private final AuditTrail auditTrail;
    private final Clock clock;
    private final long importId;
    private final String token = UUID.randomUUID().toString();
    private final ImportReader reader = new ImportReader();
    private final ImportTurn turn = new ImportTurn();
    private final StagedVersions staged = new StagedVersions();
    private final VersionWriter writer = new VersionWriter();
    private final ImportStore imports = new ImportStore();
    private final ChangeFeed feed = new ChangeFeed();
    private final List<NewVersion> chunk = new ArrayList<>();
    private long chunkCharacters;

    Commit(Database database, AuditTrail auditTrail, Clock clock, long importId) {
        this.database = database;
        this.auditTrail = auditTrail;
        this.clock = clock;
        this.importId = importId;
    }

    /**
     * Commits the file.
     *
     * @param acceptedOnly whether refused rows are left out; otherwise one refused row stops the commit
     * @param audit makes the entry of the audit trail from what was done
     * @throws ImportRefusedException when another import commits, the file holds nothing, or rows were refused
     */
    ImportCounts run(
            InputStream file, boolean acceptedOnly, Function<ImportCounts, AuditEntry> audit, ImportProgress progress)
            throws IOException {
        claim();
        boolean committed = false;
        try {
            staged.sweep(database, this::beat);
            ImportTally tally = new ImportTally(database.read(staged::known));
            reader.read(file, row -> row(row, tally, progress));
            flush();
            ImportCounts counts = tally.counts();
            refuseUnlessGood(counts, acceptedOnly);
            flip(counts, audit.apply(counts));
            committed = true;
            return counts;
        } finally {
            if (!committed) {
                giveUp();
            }
        }
    }

    private void claim() {
        boolean mine = database.write(transaction -> turn.claim(transaction, importId, token, clock.instant()));
        if (!mine) {
            long holder = database.read(turn::holder).orElse(0L);
            throw new ImportRefusedException(TEXTS.text("catalogue.import.busy", String.valueOf(holder)));
        }
    }

    private void row(ImportRow row, ImportTally tally, ImportProgress progress) {
        if (row instanceof ImportRow.Accepted accepted) {
            tally.take(accepted).ifPresent(this::add);
        } else {
            tally.refuse();
        }
        progress.read(row.line(), row.bytesRead());
    }

    private void add(NewVersion version) {
        chunk.add(version);
        chunkCharacters += version.procedure().source().texts().values().stream()
                .mapToLong(String::length)
                .sum();
        if (chunk.size() >= CHUNK_ROWS || chunkCharacters >= CHUNK_CHARACTERS) {
            flush();
        }
    }

    private void flush() {
        if (chunk.isEmpty()) {
            return;
        }
        database.write(transaction -> {
            beat(transaction);
            writer.stage(transaction, importId, clock.instant(), chunk);
            return chunk.size();
        });
        chunk.clear();
        chunkCharacters = 0;
    }

    private static void refuseUnlessGood(ImportCounts counts, boolean acceptedOnly) {
        if (counts.accepted() == 0) {
            throw new ImportRefusedException(TEXTS.text("catalogue.import.nothing-accepted"));
        }
        if (counts.refused() > 0 && !acceptedOnly) {
            throw new ImportRefusedException(
                    TEXTS.text("catalogue.import.rows-refused", Formats.number(counts.refused())));
        }
    }

    private void flip(ImportCounts counts, AuditEntry entry) {
        database.write(transaction -> {
            beat(transaction);
            writer.makeCurrent(transaction, importId);
            feed.addImport(transaction, importId, clock.instant());
            if (counts.changes() > 0) {
                turn.nextGeneration(transaction);
            }
            imports.counts(transaction, importId, counts);
            imports.end(transaction, importId, ImportState.COMMITTED, clock.instant());
            auditTrail.record(transaction, entry);
            turn.end(transaction, importId, token);
            return counts;
        });
    }

    /** A holder that was taken for dead must not write: another import may have begun. */
    private void beat(Handle transaction) {
        if (!turn.beat(transaction, importId, token, clock.instant())) {
            throw new ImportRefusedException(TEXTS.text("catalogue.import.turn-lost"));
        }
    }

    private void giveUp() {
        boolean mine =
                database.read(turn::holder).filter(holder -> holder == importId).isPresent();
        if (mine) {
            staged.sweep(database, this::beat);
        }
        database.write(transaction -> {
            turn.end(transaction, importId, token);
            return importId;
        });
    }
}
