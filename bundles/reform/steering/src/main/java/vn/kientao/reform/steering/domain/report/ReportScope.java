package vn.kientao.reform.steering.domain.report;

import java.util.Locale;

/** Whose facts a report is about. */
public enum ReportScope {
    /** Of the agency that makes it. */
    AGENCY,
    /** Of all agencies, made by the standing office (cơ quan thường trực). */
    PROVINCE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String textKey() {
        return "report.scope." + name();
    }
}
