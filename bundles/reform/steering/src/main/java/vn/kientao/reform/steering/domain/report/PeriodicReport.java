package vn.kientao.reform.steering.domain.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import vn.kientao.platform.api.indicator.Period;

/**
 * A periodic report (báo cáo định kỳ) of an agency, or of the province.
 *
 * @param code shown to people, such as {@code STP2-BC-2026-quarter-1}
 * @param agency code of the agency that makes it
 * @param edition 1, and one more for each corrected one
 * @param countedAt when its figures were counted
 * @param symbol number and symbol, such as {@code 07/BC-STP}; empty until it is issued
 * @param publishedOn since when everybody may read it; empty while only agencies do
 */
public record PeriodicReport(
        long id,
        long version,
        String code,
        String agency,
        ReportScope scope,
        ReportKind kind,
        int year,
        int edition,
        Period period,
        LocalDate due,
        LocalDate internalDue,
        ReportState state,
        LocalDateTime countedAt,
        Optional<LocalDateTime> submittedAt,
        String symbol,
        Optional<LocalDate> issuedOn,
        Optional<LocalDate> publishedOn) {
    public PeriodicReport {
        requireNonNull(code, "code");
        requireNonNull(agency, "agency");
        requireNonNull(scope, "scope");
        requireNonNull(kind, "kind");
        requireNonNull(period, "period");
        requireNonNull(due, "due");
        requireNonNull(internalDue, "internalDue");
        requireNonNull(state, "state");
        requireNonNull(countedAt, "countedAt");
        requireNonNull(submittedAt, "submittedAt");
        requireNonNull(symbol, "symbol");
        requireNonNull(issuedOn, "issuedOn");
        requireNonNull(publishedOn, "publishedOn");
    }

    /** Whether it was, or still is, later than the province wants it. */
    public boolean late(LocalDate today) {
        LocalDate day = submittedAt.map(LocalDateTime::toLocalDate).orElse(today);
        return day.isAfter(internalDue);
    }

    /** The days that its figures count: its period, until the day of counting when that was still running then. */
    public Period countedDays() {
        return begun(period, countedAt.toLocalDate());
    }

    /** What of a period has begun by a day in it: what falls due later is not overdue yet. */
    public static Period begun(Period period, LocalDate day) {
        return period.holds(day) ? new Period(period.from(), day) : period;
    }

    public PeriodicReport counted(LocalDateTime at) {
        return with(state, at, submittedAt, symbol, issuedOn, publishedOn);
    }

    public PeriodicReport submitted(LocalDateTime at) {
        return with(ReportState.SUBMITTED, countedAt, Optional.of(at), symbol, issuedOn, publishedOn);
    }

    public PeriodicReport returned() {
        return with(ReportState.DRAFT, countedAt, Optional.empty(), symbol, issuedOn, publishedOn);
    }

    public PeriodicReport issued(String number, LocalDate on) {
        return with(ReportState.ISSUED, countedAt, submittedAt, number, Optional.of(on), publishedOn);
    }

    public PeriodicReport replaced() {
        return with(ReportState.REPLACED, countedAt, submittedAt, symbol, issuedOn, publishedOn);
    }

    public PeriodicReport published(LocalDate on) {
        return with(state, countedAt, submittedAt, symbol, issuedOn, Optional.of(on));
    }

    public PeriodicReport withdrawn() {
        return with(state, countedAt, submittedAt, symbol, issuedOn, Optional.empty());
    }

    private PeriodicReport with(
            ReportState next,
            LocalDateTime counted,
            Optional<LocalDateTime> submitted,
            String number,
            Optional<LocalDate> issued,
            Optional<LocalDate> published) {
        return new PeriodicReport(
                id,
                version,
                code,
                agency,
                scope,
                kind,
                year,
                edition,
                period,
                due,
                internalDue,
                next,
                counted,
                submitted,
                number,
                issued,
                published);
    }
}
