package vn.kientao.platform.audit.app;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.audit.chain.Cut;
import vn.kientao.platform.audit.chain.Entry;
import vn.kientao.platform.audit.chain.MacKey;
import vn.kientao.platform.audit.store.ArrivalRepository;
import vn.kientao.platform.audit.store.AuditStore;
import vn.kientao.platform.audit.store.CutRepository;
import vn.kientao.platform.audit.store.SearchRepository;
import vn.kientao.platform.audit.store.TrailRepository;
import vn.kientao.platform.audit.store.TrailRepository.Head;

/**
 * Throws the oldest entries away when their time of keeping is over (hết thời hạn lưu), a batch at a time. Their end is
 * noted among the anchors first; then they go, a signed cut takes their place, and an entry tells of it, all in one
 * transaction. What fails between the two leaves an anchor without a cut, which the verifier does not take for one.
 */
final class Pruning {
    /** Nobody throws entries away before that. */
    static final int LEAST_MONTHS = 12;

    private static final Logger log = LoggerFactory.getLogger(Pruning.class);
    private static final int BATCH = 2_000;

    private final TrailRepository trail = new TrailRepository();
    private final CutRepository cuts = new CutRepository();
    private final SearchRepository search = new SearchRepository();
    private final ArrivalRepository arrivals = new ArrivalRepository();
    private final AuditStore store;
    private final MacKey key;
    private final Anchors anchors;
    private final int months;
    private final Walk walk;
    private final Clock clock;

    /** @param months 0 for never; fewer than {@value #LEAST_MONTHS} count as so many */
    Pruning(AuditStore store, MacKey key, Anchors anchors, int months, Walk walk, Clock clock) {
        this.store = store;
        this.key = key;
        this.anchors = anchors;
        this.walk = walk;
        this.clock = clock;
        this.months = months <= 0 ? 0 : Math.max(LEAST_MONTHS, months);
        if (months != this.months) {
            log.warn("keepMonths is {}; entries are kept for {} months (0: for ever)", months, this.months);
        }
    }

    /** Throws one batch away; returns how many entries went, 0 when none is old enough or somebody is walking along. */
    int batch() {
        if (months == 0 || !walk.closed().tryLock()) {
            return 0;
        }
        try {
            return cut();
        } finally {
            walk.closed().unlock();
        }
    }

    private int cut() {
        Instant now = clock.instant();
        Instant oldest = now.atZone(Formats.ZONE).minusMonths(months).toInstant();
        return store.write(handle -> {
            trail.lockHead(handle);
            long after = cuts.find(handle).map(Cut::sequence).orElse(0L);
            Optional<Head> last = cuts.last(handle, after, search.lowestSince(handle, oldest), BATCH);
            if (last.isEmpty()) {
                return 0;
            }
            anchors.pruned(last.get(), now);
            int gone = cuts.cut(
                    handle, Cut.signed(last.get().sequence(), last.get().hash(), now, key));
            arrivals.add(handle, told(now, after + 1, last.get().sequence()).signed(key));
            return gone;
        });
    }

    private Entry told(Instant now, long first, long last) {
        String detail = "{\"from\":" + first + ",\"upTo\":" + last + ",\"keepMonths\":" + months + "}";
        return new Entry(
                now,
                "system:audit",
                "",
                "",
                "",
                "audit",
                "",
                "audit.prune",
                "trail",
                "",
                detail,
                "",
                "",
                "",
                "",
                "",
                "");
    }
}
