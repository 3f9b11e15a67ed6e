package vn.kientao.platform.privacy.app;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.privacy.domain.Hold;
import vn.kientao.platform.privacy.store.HoldRepository;
import vn.kientao.platform.privacy.store.PrivacyStore;

/** Puts objects on hold, so that no retention rule touches them, and lets them go again. */
@Component(service = Holds.class)
public final class Holds {
    private final PrivacyStore store;
    private final AuditTrail audit;
    private final HoldRepository holds = new HoldRepository();

    @Activate
    public Holds(@Reference PrivacyStore store, @Reference AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    /** An agency's holds with lower ids than {@code below}, newest first. */
    public List<Hold> list(String agency, long below, int most) {
        return store.read(handle -> holds.list(handle, agency, below, most));
    }

    public void put(
            String objectType, String objectId, String reason, Instant now, Optional<String> onceKey, Officer officer) {
        Hold hold = new Hold(
                0, officer.agency(), objectType, objectId, reason, now, officer.account(), Optional.empty(), "");
        store.write(transaction -> {
            boolean put = holds.put(transaction, hold, onceKey.map(key -> officer.account() + " " + key));
            if (put) {
                audit.record(
                        transaction,
                        officer.audit()
                                .entry("privacy.hold", objectType, objectId, "")
                                .because(reason));
            }
            return put;
        });
    }

    /** Lets it go; false when there is no such hold at the agency. One that was let go before stays so. */
    public boolean lift(long id, Instant now, Officer officer) {
        return store.write(transaction -> {
            Optional<Hold> hold = holds.find(transaction, officer.agency(), id);
            if (hold.isPresent() && holds.lift(transaction, officer.agency(), id, now, officer.account())) {
                audit.record(
                        transaction,
                        officer.audit()
                                .entry(
                                        "privacy.lift-hold",
                                        hold.get().objectType(),
                                        hold.get().objectId(),
                                        ""));
            }
            return hold.isPresent();
        });
    }
}
