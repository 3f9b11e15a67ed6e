package vn.kientao.platform.audit.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.security.AuditControl.Report;
import vn.kientao.platform.audit.chain.Chain;
import vn.kientao.platform.audit.chain.Entry;
import vn.kientao.platform.audit.chain.Link;
import vn.kientao.platform.audit.chain.MacKey;
import vn.kientao.platform.audit.store.AuditStore;
import vn.kientao.platform.audit.store.TrailRepository;
import vn.kientao.platform.audit.store.TrailRepository.Arrival;
import vn.kientao.platform.audit.store.TrailRepository.Head;

/**
 * Lengthens the chain by what has been committed, twice a second, and anchors its end once a minute. Only one of a
 * cluster's nodes does it at a time: each takes the lock on the end of the chain first. Writers of entries never wait for it.
 */
@Component(service = Sealer.class, configurationPid = "vn.kientao.audit", immediate = true)
public final class Sealer {
    private static final Logger log = LoggerFactory.getLogger(Sealer.class);
    private static final long EVERY_MILLIS = 500;
    private static final int BATCH = 500;
    private static final Duration ANCHORED = Duration.ofSeconds(50);
    private static final Duration PRUNED = Duration.ofHours(6);

    private final TrailRepository trail = new TrailRepository();
    private final AuditStore store;
    private final MacKey key;
    private final Anchors anchors;
    private final Walk walk;
    private final Pruning pruning;
    private final Clock clock;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "kientao-audit-sealer"));
    private Instant anchored = Instant.EPOCH;
    private Instant pruned = Instant.EPOCH;
    private @Nullable Future<?> ticking;

    /** {@code etc/vn.kientao.audit.cfg}. */
    public @interface Config {
        /** A second folder for anchors, best on another machine's disk; empty for none. */
        String anchorFolder() default "";

        /** Entries are thrown away after so many months, 12 at least; 0 keeps them all. */
        int keepMonths() default 0;
    }

    @Activate
    public Sealer(Config config, @Reference AuditStore store, @Reference Clock clock, BundleContext context) {
        this(
                store,
                KeyFile.in(DataFolder.of(context)),
                folders(DataFolder.of(context), config.anchorFolder()),
                config.keepMonths(),
                clock);
        ticking = timer.scheduleWithFixedDelay(this::tick, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    Sealer(AuditStore store, MacKey key, List<Path> anchorFolders, int keepMonths, Clock clock) {
        this.store = store;
        this.key = key;
        this.anchors = new Anchors(anchorFolders);
        this.clock = clock;
        this.walk = new Walk(store);
        this.pruning = new Pruning(store, key, anchors, keepMonths, walk, clock);
    }

    private static List<Path> folders(Path own, String second) {
        return second.isBlank() ? List.of(own) : List.of(own, Path.of(second.strip()));
    }

    /** Chains what has been committed by now; returns how many entries. */
    public int seal() {
        int sealed = 0;
        while (waiting()) {
            sealed += store.write(handle -> {
                Head head = trail.lockHead(handle);
                List<Arrival> arrivals = trail.arrivals(handle, BATCH);
                if (!arrivals.isEmpty()) {
                    trail.append(handle, links(head, arrivals), arrivals);
                }
                return arrivals.size();
            });
        }
        return sealed;
    }

    private boolean waiting() {
        return store.read(handle -> !trail.arrivals(handle, 1).isEmpty());
    }

    /** Writes the end of the chain down outside the database, if it has moved. */
    synchronized void anchor() {
        Instant now = clock.instant();
        anchored = now;
        Head head = store.read(trail::head);
        anchors.note(head, now, (sequence, hash) -> store.read(h -> trail.has(h, sequence, hash)));
    }

    /** Throws a batch of entries away whose time of keeping is over; returns how many. */
    synchronized int prune() {
        return pruning.batch();
    }

    /** The way along the whole trail. */
    Walk walk() {
        return walk;
    }

    /** Compares the trail with its own hashes and with the anchors of every folder. */
    Report verify() {
        Check check = new Check(anchors.files(), key);
        walk.along(check);
        return check.end();
    }

    private List<Link> links(Head head, List<Arrival> arrivals) {
        List<Link> links = new ArrayList<>();
        long sequence = head.sequence();
        String hash = head.hash();
        for (Arrival arrival : arrivals) {
            sequence++;
            Entry entry = arrival.entry();
            hash = Chain.hash(sequence, hash, entry);
            links.add(new Link(sequence, entry, hash));
            if (entry.keyId().equals(key.id()) && !key.made(entry)) {
                log.error("audit entry {} was altered before it was chained", sequence);
            }
        }
        return links;
    }

    private void tick() {
        try {
            seal();
            if (Duration.between(anchored, clock.instant()).compareTo(ANCHORED) > 0) {
                anchor();
            }
            if (Duration.between(pruned, clock.instant()).compareTo(PRUNED) > 0 && prune() == 0) {
                pruned = clock.instant();
            }
        } catch (RuntimeException e) {
            log.warn("the audit trail could not be chained; entries wait: {}", e.getMessage());
        }
    }

    @Deactivate
    void close() throws InterruptedException {
        if (ticking != null) {
            ticking.cancel(false);
        }
        timer.shutdown();
        if (timer.awaitTermination(10, TimeUnit.SECONDS)) {
            try {
                seal();
                anchor();
            } catch (RuntimeException e) {
                log.warn("the audit trail was not anchored at the stop: {}", e.getMessage());
            }
        }
    }
}
