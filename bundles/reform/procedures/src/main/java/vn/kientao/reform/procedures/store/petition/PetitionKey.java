package vn.kientao.reform.procedures.store.petition;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The one number by which an agency's petitions stand in order: running ones by deadline, ended ones newest first. */
final class PetitionKey {
    private static final long IDS = 10_000_000_000L;
    private static final long SECONDS = 60;

    private PetitionKey() {}

    static long running(LocalDateTime due, long id) {
        return minutes(due) * IDS + id;
    }

    static long ended(LocalDateTime end, long id) {
        return -running(end, id);
    }

    private static long minutes(LocalDateTime time) {
        return Math.floorDiv(time.toEpochSecond(ZoneOffset.UTC), SECONDS);
    }
}
