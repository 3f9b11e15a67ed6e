package vn.kientao.reform.steering.domain.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import vn.kientao.platform.api.indicator.Period;

/**
 * A report that has to be made: which one of which year, what it counts and when it is due.
 *
 * @param due to the ministry
 * @param internalDue when the province wants it, before that
 */
public record ReportTerm(
        ReportKind kind, int year, Period period, LocalDate due, LocalDate internalDue, String legalBasis) {
    public ReportTerm {
        requireNonNull(kind, "kind");
        requireNonNull(period, "period");
        requireNonNull(due, "due");
        requireNonNull(internalDue, "internalDue");
        requireNonNull(legalBasis, "legalBasis");
    }
}
