package vn.kientao.reform.procedures.domain.dossierimport;

import java.util.Locale;

/** How far an import of dossiers is. It is tried first; a person then has it taken over or lets it go. */
public enum DossierImportState {
    /** The file is being received. */
    RECEIVING,
    /** The dry run waits or runs. */
    CHECKING,
    /** The dry run has ended; a person decides. */
    CHECKED,
    /** The rows are being taken over. */
    COMMITTING,
    /** Taken over. */
    COMMITTED,
    /** The dossiers are being taken out again. */
    UNDOING,
    /** Taken out again. */
    UNDONE,
    /** Let go; nothing was taken over. */
    DISCARDED;

    /** Whether a job works on it. */
    public boolean working() {
        return switch (this) {
            case RECEIVING, CHECKING, COMMITTING, UNDOING -> true;
            case CHECKED, COMMITTED, UNDONE, DISCARDED -> false;
        };
    }

    /** Its word in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The text key of its name. */
    public String key() {
        return "dossier-import.state." + word();
    }
}
