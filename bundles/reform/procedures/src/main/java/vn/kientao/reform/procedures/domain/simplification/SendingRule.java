package vn.kientao.reform.procedures.domain.simplification;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * Until when the plan of a year is to be sent.
 *
 * @param legalBasis decree and article
 */
public record SendingRule(MonthDay until, String legalBasis) {
    public SendingRule {
        requireNonNull(until, "until");
        requireNonNull(legalBasis, "legalBasis");
    }

    public LocalDate due(int year) {
        return until.atYear(year);
    }
}
