package vn.kientao.reform.procedures.app.importing;

import java.util.Map;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.catalogue.ImportCounts;
import vn.kientao.reform.procedures.store.catalogue.NewVersion;
import vn.kientao.reform.procedures.store.catalogue.StagedVersions.Known;

/** Compares the rows of a file with the catalogue and counts them. */
final class ImportTally {
    private final Map<String, Known> known;
    private long fresh;
    private long changed;
    private long same;
    private long refused;
    private long gaps;

    ImportTally(Map<String, Known> known) {
        this.known = known;
    }

    /** The version that the row makes; empty when the catalogue says the same already. */
    Optional<NewVersion> take(ImportRow.Accepted row) {
        String fingerprint = row.fingerprint();
        Known before = known.get(row.procedure().code().value());
        gaps += row.gaps().isEmpty() ? 0 : 1;
        if (before == null) {
            fresh++;
            return Optional.of(new NewVersion(row.procedure(), row.gaps(), fingerprint, 1));
        }
        if (before.fingerprint().equals(fingerprint)) {
            same++;
            return Optional.empty();
        }
        changed++;
        return Optional.of(new NewVersion(row.procedure(), row.gaps(), fingerprint, before.number() + 1));
    }

    void refuse() {
        refused++;
    }

    ImportCounts counts() {
        return new ImportCounts(fresh, changed, same, refused, gaps);
    }
}
