package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A line of the control slip (phiếu kiểm soát quá trình giải quyết hồ sơ): who gave a dossier to whom, and when it was
 * taken.
 *
 * @param number from 1
 * @param from the unit that gives
 * @param to the unit that takes
 * @param giver name of the person
 * @param due when the giver's part should have been done; empty without a step time
 * @param takenAt empty until somebody takes it
 * @param taker empty until then
 */
public record Handover(
        int number,
        String from,
        String to,
        LocalDateTime givenAt,
        String giver,
        Optional<LocalDateTime> due,
        Optional<LocalDateTime> takenAt,
        String taker,
        String note) {

    public Handover {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(givenAt, "givenAt");
        requireNonNull(giver, "giver");
        requireNonNull(due, "due");
        requireNonNull(takenAt, "takenAt");
        requireNonNull(taker, "taker");
        requireNonNull(note, "note");
    }
}
