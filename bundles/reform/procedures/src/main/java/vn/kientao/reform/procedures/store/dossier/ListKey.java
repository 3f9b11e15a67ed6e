package vn.kientao.reform.procedures.store.dossier;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import vn.kientao.reform.procedures.domain.dossier.Dossier;

/**
 * The one number by which an agency's dossiers stand in order: minutes since 1970 of the time that counts, then the
 * dossier's id. Unique, so that a page begins exactly where the one before ended, and one index serves it. Those whose
 * clock stands still come after all whose clock runs; ended dossiers have it negative: newest first.
 */
public final class ListKey {
    private static final long IDS = 10_000_000_000L;
    private static final long SECONDS = 60;
    /** More minutes than any clock will have run. */
    private static final long STANDSTILL_MINUTES = 400_000_000L;

    /** The smallest key of dossiers whose clock stands still. */
    public static final long STANDSTILL = STANDSTILL_MINUTES * IDS;

    private static final long MINUTES_A_DAY = 24 * 60;
    /** The {@link #bucket} of dossiers that have ended. */
    public static final int ENDED = -1;
    /** The {@link #bucket} of dossiers whose clock stands still. */
    public static final int STANDING = -2;

    private ListKey() {}

    /** Under which number a key counts: {@link #ENDED}, {@link #STANDING}, or days since 1970 of the due date. */
    public static int bucket(long key) {
        if (key < 0) {
            return ENDED;
        }
        return key >= STANDSTILL ? STANDING : Math.toIntExact(key / (MINUTES_A_DAY * IDS));
    }

    /** The id of the dossier that a key is of. */
    static long id(long key) {
        return Math.abs(key) % IDS;
    }

    /** Of a dossier that runs. */
    static long running(LocalDateTime due, long id) {
        return from(due) + id;
    }

    /** Of a dossier whose clock stands still. */
    static long paused(LocalDateTime due, long id) {
        return STANDSTILL + running(due, id);
    }

    /** Of a dossier as it stands. */
    static long of(Dossier dossier) {
        if (!dossier.status().running()) {
            LocalDateTime end =
                    dossier.standing().endedAt().or(dossier::finishedAt).orElse(dossier.receivedAt());
            return ended(end, dossier.id());
        }
        LocalDateTime due = dossier.appointment().due();
        return dossier.standing().paused() ? paused(due, dossier.id()) : running(due, dossier.id());
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
