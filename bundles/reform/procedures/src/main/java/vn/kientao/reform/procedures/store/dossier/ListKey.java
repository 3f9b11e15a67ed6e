package vn.kientao.reform.procedures.store.dossier;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The one number by which an agency's dossiers stand in order: minutes since 1970 of the time that counts, then the
 * dossier's id. Unique, so that a page begins exactly where the one before ended, and one index serves it. Ended dossiers
 * have it negative: newest first.
 */
public final class ListKey {
    private static final long IDS = 10_000_000_000L;
    private static final long SECONDS = 60;

    private ListKey() {}

    /** Of a dossier that runs. */
    static long running(LocalDateTime due, long id) {
        return from(due) + id;
    }

    /** Of a dossier that has ended. */
    static long ended(LocalDateTime end, long id) {
        return -(from(end) + id);
    }

    /** The smallest key of running dossiers that are due at {@code due}, seconds left out. */
    public static long from(LocalDateTime due) {
        return Math.floorDiv(due.toEpochSecond(ZoneOffset.UTC), SECONDS) * IDS;
    }
}
