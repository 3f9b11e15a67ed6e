package vn.kientao.reform.steering.domain.goal;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What somebody entered that a target has come to (kết quả thực hiện). A correction is a further edition of the value of the same
 * period; the highest edition counts, and none is changed.
 *
 * @param id 0 before it is kept
 * @param edition from 1
 * @param amount in the target's unit; empty takes the value back
 * @param knownOn the day on which it stood so
 * @param evidence where it is to be seen: a document, an address; empty when a file shows it
 * @param reason why it was corrected or taken back; empty in a first edition
 * @param agency code of the agency at which it was entered
 * @param account who entered it
 */
public record ActualValue(
        long id,
        int year,
        TargetPeriod period,
        int edition,
        Optional<BigDecimal> amount,
        LocalDate knownOn,
        String note,
        String evidence,
        String reason,
        String agency,
        String account,
        LocalDateTime at) {
    public ActualValue {
        requireNonNull(period, "period");
        requireNonNull(amount, "amount");
        requireNonNull(knownOn, "knownOn");
        requireNonNull(note, "note");
        requireNonNull(evidence, "evidence");
        requireNonNull(reason, "reason");
        requireNonNull(agency, "agency");
        requireNonNull(account, "account");
        requireNonNull(at, "at");
        if (edition > 1 && reason.isBlank()) {
            throw new IllegalArgumentException("reason of edition " + edition + " (expected: not blank)");
        }
    }

    /** Whether both are about the same period. */
    public boolean sameAs(ActualValue other) {
        return year == other.year && period == other.period;
    }
}
