package vn.kientao.platform.audit.web;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.security.AuditControl.Report;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.audit.chain.Entry;
import vn.kientao.platform.audit.chain.Link;

/** What programs get. */
final class AuditJson {
    private AuditJson() {}

    /** @param older value of {@code after} for the next entries */
    record Entries(List<One> entries, Optional<Long> older) {}

    /** One entry, times in ISO 8601. */
    record One(
            long sequence,
            String at,
            String account,
            String actingFor,
            String agency,
            String address,
            String module,
            String release,
            String action,
            String objectType,
            String objectId,
            String detail,
            String before,
            String after,
            String reason,
            String requestId,
            String hash) {}

    /**
     * What the verifier found.
     *
     * @param whole whether nothing is wrong
     * @param findings a sentence for each place where something is
     */
    record Check(boolean whole, long entries, int anchors, List<LocalText> findings) {}

    static Check of(Report report) {
        return new Check(report.whole(), report.entries(), report.anchors(), report.findings());
    }

    static One of(Link link) {
        Entry e = link.entry();
        return new One(
                link.sequence(),
                e.at().toString(),
                e.account(),
                e.actingFor(),
                e.agency(),
                e.address(),
                e.module(),
                e.release(),
                e.action(),
                e.objectType(),
                e.objectId(),
                e.detail(),
                e.before(),
                e.after(),
                e.reason(),
                e.requestId(),
                link.hash());
    }
}
