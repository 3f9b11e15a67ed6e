package vn.kientao.reform.procedures.app.report;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.report.ReportForm.RowBy;
import vn.kientao.reform.procedures.domain.report.ReportTable;
import vn.kientao.reform.procedures.domain.report.Share;
import vn.kientao.reform.procedures.domain.report.ShareKind;
import vn.kientao.reform.procedures.store.report.Cut;
import vn.kientao.reform.procedures.store.report.ReportForms;
import vn.kientao.reform.procedures.store.report.SpanCounts;

/** Counts periods, for whoever is in a transaction. */
public final class ShareCounts {
    private final SpanCounts counts = new SpanCounts();
    private final ReportForms forms = new ReportForms();

    /** @param day whose rules say what counts as settled: the last one of the period */
    public Map<ShareKind, Share> of(Handle handle, Cut cut, LocalDate day) {
        return report(handle, cut, day, RowBy.FIELD).shares();
    }

    Report report(Handle handle, Cut cut, LocalDate day, RowBy rowBy) {
        SpanCounts.Counted counted = counts.withShares(handle, cut, rowBy, forms.ends(handle, day));
        ReportTable table = ReportTable.of(counted.tallies());
        Map<ShareKind, Share> shares = new EnumMap<>(counted.shares());
        shares.put(ShareKind.ON_TIME, table.sum().onTime());
        shares.put(ShareKind.ONLINE, table.sum().online());
        return new Report(table, shares);
    }
}
