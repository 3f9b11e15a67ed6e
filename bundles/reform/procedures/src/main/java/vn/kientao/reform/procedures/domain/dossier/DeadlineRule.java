package vn.kientao.reform.procedures.domain.dossier;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import vn.kientao.platform.api.time.Deadlines;

/**
 * How due dates are counted in a span of time: a row of the rule set, which a dossier keeps for good.
 *
 * @param code name of the rule set, such as {@code A}
 * @param validTo last day; empty while in force
 */
public record DeadlineRule(
        long id,
        String code,
        Deadlines.Reading reading,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        String legalBasis,
        RuleSettings settings) {

    public DeadlineRule {
        requireNonNull(code, "code");
        requireNonNull(reading, "reading");
        requireNonNull(validFrom, "validFrom");
        requireNonNull(validTo, "validTo");
        requireNonNull(legalBasis, "legalBasis");
        requireNonNull(settings, "settings");
        if (validTo.isPresent() && validTo.get().isBefore(validFrom)) {
            throw new IllegalArgumentException(
                    "rule " + code + " ends " + validTo.get() + " (expected: not before " + validFrom + ")");
        }
    }

    /** A rule with the settings of Decree 61/2018/NĐ-CP. */
    public DeadlineRule(
            long id,
            String code,
            Deadlines.Reading reading,
            LocalDate validFrom,
            Optional<LocalDate> validTo,
            String legalBasis) {
        this(id, code, reading, validFrom, validTo, legalBasis, RuleSettings.OF_DECREE_61);
    }

    public boolean inForce(LocalDate day) {
        return !day.isBefore(validFrom) && validTo.map(to -> !day.isAfter(to)).orElse(true);
    }
}
