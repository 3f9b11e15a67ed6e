package vn.kientao.reform.procedures.domain.catalogue;

import java.util.Locale;

/** How far an import is. It is tried first; a person then commits it or lets it go. */
public enum ImportState {
    /** The file is being received. */
    RECEIVING,
    /** The dry run waits or runs. */
    CHECKING,
    /** The dry run has ended; a person decides. */
    CHECKED,
    /** The commit waits or runs. */
    COMMITTING,
    /** In the catalogue. */
    COMMITTED,
    /** Let go; nothing was changed. */
    DISCARDED;

    /** The text key of its name. */
    public String key() {
        return "catalogue.import-state." + name().toLowerCase(Locale.ROOT);
    }
}
