package vn.kientao.reform.steering.domain.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The periodic reports of a year (CV 581/BNV-CCHC of 21 February 2022). */
public enum ReportKind {
    /** Báo cáo quý I. */
    QUARTER_1,
    /** Báo cáo 6 tháng. */
    HALF_YEAR,
    /** Báo cáo quý III (9 tháng). */
    QUARTER_3,
    /** Báo cáo năm. */
    YEAR;

    public static Optional<ReportKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** Its name in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String textKey() {
        return "report.kind." + name();
    }

    /** It with the year, as in a sentence. */
    public String whenKey() {
        return "report.when." + name();
    }
}
