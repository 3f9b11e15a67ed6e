package vn.kientao.platform.audit.app;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.ReleaseId;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.security.Circumstances;
import vn.kientao.platform.audit.chain.Entry;
import vn.kientao.platform.audit.chain.MacKey;
import vn.kientao.platform.audit.store.ArrivalRepository;
import vn.kientao.platform.audit.store.AuditStore;

/**
 * Writes entries in the transaction of the change they tell of; whatever keeps an entry from being written keeps the
 * change from being made. What the caller does not say about the circumstances is taken from {@link Circumstances}.
 */
@Component
public final class AuditLog implements AuditTrail {
    private final ArrivalRepository arrivals = new ArrivalRepository();
    private final MacKey key;
    private final Clock clock;

    @Activate
    public AuditLog(@Reference AuditStore migrated, @Reference Clock clock, BundleContext context) {
        this(KeyFile.in(DataFolder.of(context)), clock);
    }

    AuditLog(MacKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    @Override
    public void record(Handle transaction, AuditEntry entry) {
        if (!transaction.isInTransaction()) {
            throw new IllegalStateException(
                    "entry " + entry.action() + " outside a transaction (expected: the change's)");
        }
        arrivals.add(transaction, stored(entry, Circumstances.present()).signed(key));
    }

    private Entry stored(AuditEntry entry, Circumstances present) {
        String request = entry.requestId().isEmpty() ? present.requestId() : entry.requestId();
        Optional<String> agency = entry.agency();
        return new Entry(
                clock.instant(),
                text(entry.account(), 100),
                text(present.actor().actingFor().orElse(""), 100),
                text(agency.orElse(""), 20),
                text(present.address(), 64),
                text(entry.module(), 60),
                text(present.release().map(ReleaseId::toString).orElse(""), 120),
                text(entry.action(), 120),
                text(entry.objectType(), 60),
                text(entry.objectId(), 400),
                text(entry.detail()),
                text(entry.before()),
                text(entry.after()),
                text(entry.reason()),
                text(request, 100),
                "",
                "");
    }

    /** Text that both databases give back as they got it: no zero characters, no halves of surrogate pairs. */
    private static String text(String value) {
        String whole = new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return whole.replace('\0', '\uFFFD');
    }

    /** As much of it as the column holds, so that a long name never stands in the way of a change. */
    private static String text(String value, int most) {
        return text(value.length() <= most ? value : value.substring(0, most - 1) + "…");
    }
}
