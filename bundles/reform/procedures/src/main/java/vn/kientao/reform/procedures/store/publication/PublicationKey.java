package vn.kientao.reform.procedures.store.publication;

import java.time.LocalDate;
import vn.kientao.reform.procedures.domain.publication.Duty;
import vn.kientao.reform.procedures.domain.publication.Publication;

/**
 * The number by which lists of publications are ordered: due day and id while something is to be done, the negative of it
 * afterwards, so that the newest come first. One index range is one page.
 */
public final class PublicationKey {
    private static final long IDS = 1_000_000_000L;
    private static final LocalDate SOME_DAY = LocalDate.of(9999, 12, 31);

    private PublicationKey() {}

    static boolean running(Publication publication) {
        return publication.duty() != Duty.NONE;
    }

    static long of(Publication publication, long id) {
        if (!running(publication)) {
            return -id;
        }
        return publication.due().orElse(SOME_DAY).toEpochDay() * IDS + id;
    }

    /** The least key of what is due on the day. */
    public static long from(LocalDate day) {
        return day.toEpochDay() * IDS;
    }
}
