package vn.kientao.platform.kernel.live;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import vn.kientao.platform.api.module.Served;

/**
 * The account of one release on this node: what was asked of it, route by route and agency by agency. Written by every
 * request, so it takes no lock and makes nothing but the accounts of routes and agencies that it has not met yet.
 */
public final class Meter {
    private static final int STATUS_CLASSES = 6;

    private final ConcurrentMap<String, RouteAccount> routes = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, AgencyAccount> agencies = new ConcurrentHashMap<>();
    private final LongAdder allocating = new LongAdder();
    private final AtomicLongArray statuses = new AtomicLongArray(STATUS_CLASSES);

    /** Adds what a request that is still under way has allocated; taken back when it is added itself. */
    void allocating(long bytes) {
        allocating.add(bytes);
    }

    /** Bytes that all requests have allocated so far, those under way included. */
    public long allocated() {
        return allocating.sum() + total().allocated();
    }

    /** Adds one request. */
    public void add(Served served) {
        route(served.route()).add(served);
        agency(served.agency()).add(served);
        statuses.incrementAndGet(Math.min(STATUS_CLASSES - 1, Math.max(0, served.status() / 100)));
    }

    /** What was answered so far, route by route. */
    public Reading reading() {
        Map<String, Reading.Route> read = new HashMap<>();
        routes.forEach((route, account) -> read.put(route, account.read()));
        return new Reading(read);
    }

    /** What was done so far, agency by agency; the public under the empty code. */
    public Map<String, AgencyReading> byAgency() {
        Map<String, AgencyReading> read = new HashMap<>();
        agencies.forEach((agency, account) -> read.put(agency, account.read()));
        return Map.copyOf(read);
    }

    /** What was done so far for everybody together. */
    public AgencyReading total() {
        return agencies.values().stream().map(AgencyAccount::read).reduce(AgencyReading.NONE, AgencyReading::plus);
    }

    /** Answers so far. */
    public long requests() {
        long sum = 0;
        for (int i = 0; i < STATUS_CLASSES; i++) {
            sum += statuses.get(i);
        }
        return sum;
    }

    /** Answers so far whose status begins with the digit {@code statusClass}. */
    public long answers(int statusClass) {
        return statuses.get(statusClass);
    }

    private RouteAccount route(String route) {
        RouteAccount known = routes.get(route);
        return known != null ? known : routes.computeIfAbsent(route, key -> new RouteAccount());
    }

    private AgencyAccount agency(String agency) {
        AgencyAccount known = agencies.get(agency);
        return known != null ? known : agencies.computeIfAbsent(agency, key -> new AgencyAccount());
    }

    private static final class RouteAccount {
        private final LongAdder errors = new LongAdder();
        private final LongAdder nanos = new LongAdder();
        private final AtomicLongArray times = new AtomicLongArray(Buckets.COUNT);

        void add(Served served) {
            if (served.error()) {
                errors.increment();
            }
            nanos.add(served.nanos());
            times.incrementAndGet(Buckets.of(served.nanos()));
        }

        Reading.Route read() {
            Times read = Times.of(times);
            return new Reading.Route(read.count(), errors.sum(), nanos.sum(), read);
        }
    }

    private static final class AgencyAccount {
        private final LongAdder errors = new LongAdder();
        private final LongAdder nanos = new LongAdder();
        private final LongAdder allocated = new LongAdder();
        private final LongAdder databaseNanos = new LongAdder();
        private final AtomicLongArray times = new AtomicLongArray(Buckets.COUNT);

        void add(Served served) {
            if (served.error()) {
                errors.increment();
            }
            nanos.add(served.nanos());
            allocated.add(served.allocated());
            databaseNanos.add(served.databaseNanos());
            times.incrementAndGet(Buckets.of(served.nanos()));
        }

        AgencyReading read() {
            Times read = Times.of(times);
            return new AgencyReading(
                    read.count(), errors.sum(), nanos.sum(), allocated.sum(), databaseNanos.sum(), read);
        }
    }
}
