package vn.kientao.reform.procedures.domain.dossierimport;

import static java.util.Objects.requireNonNull;

/**
 * A dossier that was taken over.
 *
 * @param line of the file, as a spreadsheet program numbers it
 * @param oldCode the code that it had before
 * @param code the code that it has here
 */
public record ImportedDossier(long line, String oldCode, String code) {
    public ImportedDossier {
        requireNonNull(oldCode, "oldCode");
        requireNonNull(code, "code");
    }
}
