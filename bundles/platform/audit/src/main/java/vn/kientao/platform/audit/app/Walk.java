package vn.kientao.platform.audit.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import vn.kientao.platform.audit.chain.Cut;
import vn.kientao.platform.audit.chain.Link;
import vn.kientao.platform.audit.store.AuditStore;
import vn.kientao.platform.audit.store.CutRepository;
import vn.kientao.platform.audit.store.SearchRepository;

/** The way along the whole trail, oldest entry first, a few thousand at a time; nothing is thrown away meanwhile. */
final class Walk {
    private static final int PAGE = 5_000;

    private final CutRepository cuts = new CutRepository();
    private final SearchRepository search = new SearchRepository();
    private final AuditStore store;
    private final ReadWriteLock ways = new ReentrantReadWriteLock();

    Walk(AuditStore store) {
        this.store = store;
    }

    /** Held by whoever throws entries away. */
    Lock closed() {
        return ways.writeLock();
    }

    /** Somebody who walks along. */
    interface Walker<E extends Exception> {
        /** Comes before the first entry when older ones have been thrown away. */
        void cut(Cut cut) throws E;

        void link(Link link) throws E;
    }

    <E extends Exception> void along(Walker<E> walker) throws E {
        ways.readLock().lock();
        try {
            Optional<Cut> cut = store.read(cuts::find);
            if (cut.isPresent()) {
                walker.cut(cut.get());
            }
            long above = 0;
            List<Link> page;
            do {
                long from = above;
                page = store.read(handle ->
                        search.find(handle, TrailQuery.of(Optional.empty()), from, Long.MAX_VALUE - 1, false, PAGE));
                for (Link link : page) {
                    walker.link(link);
                    above = link.sequence();
                }
            } while (page.size() == PAGE);
        } finally {
            ways.readLock().unlock();
        }
    }
}
