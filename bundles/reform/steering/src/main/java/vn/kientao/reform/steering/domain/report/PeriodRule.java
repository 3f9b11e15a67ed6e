package vn.kientao.reform.steering.domain.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.reform.steering.domain.setting.Dated;

/**
 * A row of law about a periodic report (kỳ và hạn báo cáo).
 *
 * @param yearBefore whether the first day lies in the year before that of the report
 * @param internalDays days before the due day, by which the province wants it
 * @param validFrom first day of validity
 * @param validTo last day of validity
 */
public record PeriodRule(
        ReportKind kind,
        MonthDay from,
        boolean yearBefore,
        MonthDay to,
        MonthDay due,
        int internalDays,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        String legalBasis)
        implements Dated {
    public PeriodRule {
        requireNonNull(kind, "kind");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(due, "due");
        requireNonNull(validFrom, "validFrom");
        requireNonNull(validTo, "validTo");
        requireNonNull(legalBasis, "legalBasis");
    }

    /** The report of a year by this rule. */
    public ReportTerm in(int year) {
        LocalDate last = due.atYear(year);
        Period period = new Period(from.atYear(yearBefore ? year - 1 : year), to.atYear(year));
        return new ReportTerm(kind, year, period, last, last.minusDays(internalDays), legalBasis);
    }

    /** Whether it is in force on the last day that the report of a year counts. */
    public boolean governs(int year) {
        LocalDate day = to.atYear(year);
        return inForceOn(day);
    }

    /**
     * The year that would have two reports of this kind or none if {@code next} took over on its first day; empty when every
     * year keeps one.
     */
    public Optional<Integer> disturbedBy(PeriodRule next) {
        int year = next.validFrom.getYear();
        boolean remains = to.atYear(year).isBefore(next.validFrom);
        return remains == next.governs(year) ? Optional.of(year) : Optional.empty();
    }
}
