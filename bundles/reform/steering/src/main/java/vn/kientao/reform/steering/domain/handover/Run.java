package vn.kientao.reform.steering.domain.handover;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * One hand-over.
 *
 * @param agency code of the agency that did it
 * @param moved how many parts of tasks went into other hands
 * @param undoneAt when it was taken back
 * @param undone how many of them could be
 */
public record Run(
        long id,
        HandOverKind kind,
        String agency,
        LocalDateTime at,
        String account,
        String reason,
        int moved,
        Optional<LocalDateTime> undoneAt,
        int undone) {
    public Run {
        requireNonNull(kind, "kind");
        requireNonNull(agency, "agency");
        requireNonNull(at, "at");
        requireNonNull(account, "account");
        requireNonNull(reason, "reason");
        requireNonNull(undoneAt, "undoneAt");
    }
}
