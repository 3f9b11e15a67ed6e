package vn.kientao.reform.procedures.app.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Optional;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.reform.procedures.domain.report.Narrowing;

/**
 * What a report is about.
 *
 * @param agency empty for the whole province
 * @param field empty for every field
 * @param now a period that still runs is cut off after this moment
 */
public record ReportQuery(
        Optional<String> agency, Optional<String> field, Period period, LocalDateTime now, Narrowing narrowing) {
    public ReportQuery {
        requireNonNull(agency, "agency");
        requireNonNull(field, "field");
        requireNonNull(period, "period");
        requireNonNull(now, "now");
        requireNonNull(narrowing, "narrowing");
    }

    public ReportQuery(Optional<String> agency, Optional<String> field, Period period, LocalDateTime now) {
        this(agency, field, period, now, Narrowing.NONE);
    }
}
