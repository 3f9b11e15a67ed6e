package vn.kientao.reform.procedures.store.dossierimport;

import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.data.Database;
import vn.kientao.reform.procedures.store.catalogue.ImportErrors;
import vn.kientao.reform.procedures.store.catalogue.ImportFiles;
import vn.kientao.reform.procedures.store.catalogue.ImportPart;

/** What hangs on an import of dossiers. */
@SuppressWarnings("ImmutableEnumChecker") // parts do not change
public enum ImportParts {
    FILE(ImportFiles.part(DossierImportStore.TABLE)),
    /** Rows that wait, some hundred in each place. */
    CHUNKS(new ImportPart(DossierImportStore.TABLE + "_chunk", "place", 10)),
    REFUSED(new ImportPart(DossierImportStore.TABLE + "_refused", "line", 1_000)),
    ERRORS(ImportErrors.part(DossierImportStore.TABLE));

    private final ImportPart part;

    ImportParts(ImportPart part) {
        this.part = part;
    }

    /** Deletes these parts of an import, in short transactions. */
    public static void delete(Database database, long importId, ImportParts... parts) {
        for (ImportParts one : parts) {
            one.part.delete(database, importId);
        }
    }

    /** Deletes some of this part; whether more may be left. */
    public boolean deleteSome(Handle transaction, long importId) {
        return part.deleteSome(transaction, importId);
    }
}
