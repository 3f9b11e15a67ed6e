package vn.kientao.platform.privacy.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.Period;
import java.util.Optional;
import vn.kientao.platform.api.privacy.RetentionRule;
import vn.kientao.platform.api.text.Formats;

/**
 * A retention rule with the period that counts now.
 *
 * @param period set by the province, or as shipped
 * @param legalBasis of the period that counts
 * @param lastRun the last run that has ended
 */
public record KeptPeriod(
        RetentionRule rule, Period period, String legalBasis, boolean set, Optional<RetentionRun> lastRun) {
    public KeptPeriod {
        requireNonNull(rule, "rule");
        requireNonNull(period, "period");
        requireNonNull(legalBasis, "legalBasis");
        requireNonNull(lastRun, "lastRun");
    }

    /** What began before this moment is kept no longer. */
    public Instant before(Instant now) {
        return now.atZone(Formats.ZONE).minus(period).toInstant();
    }
}
