package vn.kientao.platform.kernel.rollout;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.RolloutStatus.Step;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.artifact.Cut;
import vn.kientao.platform.kernel.store.OrderRepository;
import vn.kientao.platform.kernel.store.OrderRepository.Orders;
import vn.kientao.platform.kernel.store.RolloutRepository;

/** Writes down how rollouts go, and who asked for what. */
public final class Journal {
    private static final Logger log = LoggerFactory.getLogger(Journal.class);
    private static final long TRY_AGAIN_SECONDS = 1;

    private final Database database;
    private final RolloutRepository rollouts;
    private final OrderRepository orders = new OrderRepository();
    private final AuditTrail audit;
    private final Clock clock;
    private final Stop stop;

    public Journal(Database database, RolloutRepository rollouts, AuditTrail audit, Clock clock, Stop stop) {
        this.database = database;
        this.rollouts = rollouts;
        this.audit = audit;
        this.clock = clock;
        this.stop = stop;
    }

    /** A step, in a transaction of its own. */
    void step(long id, Step step) {
        database.write(h -> step(h, id, step));
    }

    /** A step, in the caller's transaction. */
    Step step(Handle h, long id, Step step) {
        rollouts.step(h, id, step, clock.instant());
        return step;
    }

    /** A line in the rollout's diary. */
    void note(long id, LocalText text) {
        database.write(h -> note(h, id, text));
    }

    /** A line in the rollout's diary, in the caller's transaction. */
    LocalText note(Handle h, long id, LocalText text) {
        rollouts.note(h, id, text, clock.instant());
        return text;
    }

    /** A person's wish for the next stage was granted. */
    void promoted(long id, LocalText text) {
        database.write(h -> {
            orders.granted(h, id);
            return note(h, id, text);
        });
    }

    /** What people have asked of a rollout. */
    Orders orders(long id) {
        return database.read(h -> orders.orders(h, id));
    }

    /** Why a rollout is about to end, in the caller's transaction; should the platform crash, it is known. */
    LocalText because(Handle h, long id, LocalText reason) {
        rollouts.reason(h, id, reason);
        return reason;
    }

    /** The end of a rollout, in the caller's transaction; ending it twice does nothing. */
    void end(Handle h, long id, Step step, Optional<LocalText> reason) {
        if (rollouts.find(h, id).filter(before -> !before.ended()).isPresent()) {
            rollouts.end(h, id, step, reason, clock.instant());
        }
    }

    /** The end of a rollout; tried again until the database takes it. */
    RolloutStatus end(long id, Step step, Optional<LocalText> reason) {
        return surely(() -> database.write(h -> {
            end(h, id, step, reason);
            return rollouts.find(h, id).orElseThrow();
        }));
    }

    List<RolloutStatus> open(String node) {
        return database.read(h -> rollouts.open(h, node));
    }

    /** The order behind a rollout that has not ended. */
    Order order(RolloutStatus rollout) {
        return Order.of(rollout, database.read(h -> rollouts.cut(h, rollout.id())));
    }

    Optional<RolloutStatus> find(long id) {
        return database.read(h -> rollouts.find(h, id));
    }

    /** An entry in the audit trail about a module, in the caller's transaction. */
    public void audit(Handle h, String verb, Cut cut, Optional<String> agency, String account, String request) {
        String detail = "{\"version\":\"" + cut.version() + "\",\"sha256\":\"" + cut.sha256() + "\"}";
        audit.record(
                h,
                new AuditEntry(
                        account,
                        agency,
                        "kernel",
                        "kernel." + verb,
                        "module",
                        cut.module().value(),
                        detail,
                        request));
    }

    /** What {@code work} answers, as soon as the database lets it. */
    <T> T surely(Supplier<T> work) {
        while (true) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                stop.leave(e);
                log.warn("The database did not take it; trying again in {} s", TRY_AGAIN_SECONDS, e);
            }
            try {
                TimeUnit.SECONDS.sleep(TRY_AGAIN_SECONDS);
            } catch (InterruptedException e) {
                throw new Interrupted(e);
            }
        }
    }
}
