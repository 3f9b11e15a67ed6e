package vn.kientao.reform.procedures.app.importing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.kientao.reform.procedures.domain.catalogue.ImportCounts;
import vn.kientao.reform.procedures.store.catalogue.StagedVersions.Known;

/** Tries an import: reads the file to its end, counts, and changes nothing. */
final class DryRun {
    private final ImportReader reader = new ImportReader();
    private final ImportTally tally;
    private final Consumer<List<RowError>> errors;
    private final ImportProgress progress;

    /** @param errors hears the reasons of each refused row */
    DryRun(Map<String, Known> known, Consumer<List<RowError>> errors, ImportProgress progress) {
        this.tally = new ImportTally(known);
        this.errors = errors;
        this.progress = progress;
    }

    ImportCounts read(InputStream file) throws IOException {
        reader.read(file, this::row);
        return tally.counts();
    }

    private void row(ImportRow row) {
        if (row instanceof ImportRow.Accepted accepted) {
            tally.take(accepted);
        } else if (row instanceof ImportRow.Refused refused) {
            tally.refuse();
            errors.accept(refused.errors());
        }
        progress.read(row.line(), row.bytesRead());
    }
}
