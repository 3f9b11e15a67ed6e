package vn.kientao.reform.procedures.app.dossierimport;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.documents.SheetRefusedException;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.reform.procedures.domain.catalogue.ImportErrorLine;
import vn.kientao.reform.procedures.domain.dossier.Applicant;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImport;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImportState;
import vn.kientao.reform.procedures.domain.dossierimport.ImportColumn;
import vn.kientao.reform.procedures.domain.dossierimport.ImportText;
import vn.kientao.reform.procedures.domain.dossierimport.OldDossier;
import vn.kientao.reform.procedures.domain.dossierimport.RowFault;
import vn.kientao.reform.procedures.store.catalogue.ImportErrors;
import vn.kientao.reform.procedures.store.dossierimport.DossierImportStore;
import vn.kientao.reform.procedures.store.dossierimport.ImportParts;
import vn.kientao.reform.procedures.store.dossierimport.ImportRows;
import vn.kientao.reform.procedures.store.dossierimport.ImportedDossiers;

/** One dry run: sorts the rows of a file into new ones, known ones and refused ones, and keeps them for the decision. */
final class Trying {
    /** Rows that are looked at together: one question to the database, one short transaction. */
    static final int CHUNK = 500;

    private static final int MOST_CHARACTERS = 400_000;
    /** More than any column takes; of a longer cell nobody needs the rest. */
    private static final int LONGEST_REFUSED = 5_000;

    /** More reasons than anybody reads; the others are counted. */
    private static final int MOST_ERRORS = 20_000;

    private final Database database;
    private final DossierImport shown;
    private final RowReader reader;
    private final Progress progress;
    private final ImportRows rows = new ImportRows();
    private final ImportedDossiers imported = new ImportedDossiers();
    private final ImportErrors errors = new ImportErrors(DossierImportStore.TABLE);
    private final DossierImportStore imports = new DossierImportStore();
    private final DayCounts days = new DayCounts();
    private final List<ImportErrorLine> errorLines = new ArrayList<>();
    private final List<ImportText.Row> refusedRows = new ArrayList<>();
    private final Map<String, Accepted> accepted = new LinkedHashMap<>();
    private int characters;
    private int place;
    private int errorCount;
    private long lines;
    private long fresh;
    private long same;
    private long refused;

    Trying(Database database, DossierImport shown, RowReader reader, Progress progress) {
        this.database = database;
        this.shown = shown;
        this.reader = reader;
        this.progress = progress;
    }

    /** A row that holds a dossier. */
    private record Accepted(ImportText.Row row, OldDossier dossier) {}

    void run(Sheets sheets, InputStream file) throws IOException {
        ImportParts.delete(database, shown.id(), ImportParts.CHUNKS, ImportParts.REFUSED, ImportParts.ERRORS);
        try {
            read(sheets, file);
        } catch (SheetRefusedException e) {
            refuseFile(RowFault.ofFile(
                    RowFault.Reason.FILE_UNREADABLE, e.reason().vi(), e.reason().en()));
        }
        flush();
        database.write(transaction -> {
            imports.checked(transaction, shown.id(), fresh, same, refused, errorCount, days.toString());
            return imports.move(transaction, shown.id(), DossierImportState.CHECKING, DossierImportState.CHECKED)
                    || imports.move(transaction, shown.id(), DossierImportState.RECEIVING, DossierImportState.CHECKED);
        });
    }

    private void read(Sheets sheets, InputStream file) throws IOException {
        Optional<SheetRows> opened = SheetRows.open(sheets, file);
        if (opened.isEmpty()) {
            refuseFile(RowFault.ofFile(RowFault.Reason.HEADER_MISSING));
            return;
        }
        try (SheetRows sheet = opened.get()) {
            for (Optional<ImportText.Row> row = sheet.next(); row.isPresent(); row = sheet.next()) {
                take(row.get());
                lines++;
                if (lines % CHUNK == 0 || characters > MOST_CHARACTERS) {
                    flush();
                    progress.at(lines, 0, lines);
                }
            }
        }
        if (lines == 0) {
            refuseFile(RowFault.ofFile(RowFault.Reason.FILE_EMPTY));
        }
    }

    private void take(ImportText.Row row) {
        RowReader.Read read = reader.read(row);
        Optional<OldDossier> dossier = read.dossier();
        if (dossier.isPresent()) {
            accepted.put(
                    dossier.get().oldCode(),
                    new Accepted(findable(row, dossier.get().submission().applicant()), dossier.get()));
            characters += row.cells().stream().mapToInt(String::length).sum();
            return;
        }
        refused++;
        refusedRows.add(new ImportText.Row(
                row.line(), row.cells().stream().map(Trying::cut).toList()));
        read.faults().forEach(fault -> add(row.line(), fault));
    }

    /** Numbers as dossiers keep them, so that whoever asks what is kept of them is found by theirs. */
    private static ImportText.Row findable(ImportText.Row row, Applicant applicant) {
        ImportText.Row found = row.with(ImportColumn.ID_NUMBER, applicant.idNumber());
        return row.cell(ImportColumn.PHONE).isEmpty() ? found : found.with(ImportColumn.PHONE, applicant.phone());
    }

    private static String cut(String cell) {
        return cell.substring(0, Math.min(cell.length(), LONGEST_REFUSED));
    }

    private void refuseFile(RowFault fault) {
        refused++;
        add(0, fault);
    }

    private void add(long line, RowFault fault) {
        if (errorCount < MOST_ERRORS) {
            errorLines.add(new ImportErrorLine(
                    errorCount,
                    line,
                    fault.column().map(ImportColumn::word).orElse(""),
                    fault.reason().name(),
                    fault.value(),
                    fault.arguments()));
        }
        errorCount++;
    }

    private void flush() {
        if (accepted.isEmpty() && errorLines.isEmpty() && refusedRows.isEmpty()) {
            return;
        }
        List<ImportText.Row> chunk = new ArrayList<>();
        Map<String, Long> known = database.read(handle -> imported.known(handle, shown.agency(), accepted.keySet()));
        accepted.forEach((code, one) -> {
            if (known.containsKey(code)) {
                same++;
            } else {
                fresh++;
                days.add(one.dossier().receivedAt().toLocalDate());
                chunk.add(one.row());
            }
        });
        database.write(transaction -> {
            if (!chunk.isEmpty()) {
                rows.add(transaction, shown.id(), place, chunk);
            }
            rows.addRefused(transaction, shown.id(), refusedRows);
            errors.add(transaction, shown.id(), errorLines);
            return chunk.size();
        });
        place += chunk.isEmpty() ? 0 : 1;
        accepted.clear();
        characters = 0;
        errorLines.clear();
        refusedRows.clear();
    }
}
