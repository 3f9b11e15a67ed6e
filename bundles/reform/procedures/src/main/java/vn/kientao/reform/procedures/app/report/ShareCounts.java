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
import vn.kientao.reform.procedures.store.report.SpanShares;

/** Counts the shares of a period, for whoever is in a transaction. */
public final class ShareCounts {
    private final SpanCounts counts = new SpanCounts();
    private final SpanShares traits = new SpanShares();
    private final ReportForms forms = new ReportForms();

    /** @param day whose rules say what counts as settled: the last one of the period */
    public Map<ShareKind, Share> of(Handle handle, Cut cut, LocalDate day) {
        return of(handle, cut, ReportTable.of(counts.count(handle, cut, RowBy.FIELD, forms.ends(handle, day))));
    }

    /** The same where the table has been counted already. */
    Map<ShareKind, Share> of(Handle handle, Cut cut, ReportTable table) {
        Map<ShareKind, Share> shares = new EnumMap<>(ShareKind.class);
        shares.put(ShareKind.ON_TIME, table.sum().onTime());
        shares.put(ShareKind.ONLINE, table.sum().online());
        shares.putAll(traits.of(handle, cut));
        return shares;
    }
}
