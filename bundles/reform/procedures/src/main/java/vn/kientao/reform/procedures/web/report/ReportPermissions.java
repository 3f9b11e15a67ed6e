package vn.kientao.reform.procedures.web.report;

import vn.kientao.platform.api.security.Permission;

/** What reports ask of people; declared with their roles in the bundle's headers. */
public final class ReportPermissions {
    /** See reports and the dossiers behind them, without personal data. */
    public static final Permission REPORT = new Permission("procedures.report");

    private ReportPermissions() {}
}
