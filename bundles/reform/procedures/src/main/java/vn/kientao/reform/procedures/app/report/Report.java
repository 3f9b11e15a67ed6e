package vn.kientao.reform.procedures.app.report;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import vn.kientao.reform.procedures.domain.report.ReportTable;
import vn.kientao.reform.procedures.domain.report.Share;
import vn.kientao.reform.procedures.domain.report.ShareKind;

/**
 * What a period comes to.
 *
 * @param shares of the sum in the order of their kinds, each with what it is made of
 */
public record Report(ReportTable table, Map<ShareKind, Share> shares) {
    public Report {
        requireNonNull(table, "table");
        shares = Collections.unmodifiableMap(new EnumMap<>(shares));
    }
}
