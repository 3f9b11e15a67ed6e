package vn.kientao.platform.kernel.fault;

import static vn.kientao.platform.kernel.Sentences.refuse;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Quarantines;
import vn.kientao.platform.api.module.Router.Routing;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.artifact.Cut;
import vn.kientao.platform.kernel.live.Exclusions;
import vn.kientao.platform.kernel.live.LiveRelease;
import vn.kientao.platform.kernel.rollout.Troubles;
import vn.kientao.platform.kernel.store.QuarantineRepository;
import vn.kientao.platform.kernel.store.QuarantineRepository.Held;

/** The releases in quarantine: in the database for every node and every start, and here for every request. */
public final class Quarantine implements Exclusions, Quarantines {
    private static final Logger log = LoggerFactory.getLogger(Quarantine.class);

    private final Database database;
    private final QuarantineRepository rows;
    private final AuditTrail audit;
    private final Troubles troubles;
    private final Clock clock;

    private volatile Map<Cut, Held> held = Map.of();

    /** Whether a release was let in again that need not be up. */
    private final AtomicBoolean letIn = new AtomicBoolean();

    public Quarantine(Database database, QuarantineRepository rows, AuditTrail audit, Troubles troubles, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.audit = audit;
        this.troubles = troubles;
        this.clock = clock;
    }

    @Override
    public Optional<Routing.Quarantined> of(Cut cut) {
        Map<Cut, Held> now = held;
        return now.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(now.get(cut)).map(Quarantine::answer);
    }

    @Override
    public Optional<Routing.Quarantined> ofAny(ModuleId module) {
        return held.values().stream()
                .filter(one -> one.cut().module().equals(module))
                .map(Quarantine::answer)
                .findFirst();
    }

    private static Routing.Quarantined answer(Held held) {
        return new Routing.Quarantined(held.cut().module(), held.name(), held.reason());
    }

    boolean holds(Cut cut) {
        return held.containsKey(cut);
    }

    @Override
    public List<Quarantined> all() {
        return held.values().stream()
                .map(one -> new Quarantined(one.cut().module(), one.cut().version(), one.reason(), one.since()))
                .sorted((a, b) -> a.module().compareTo(b.module()))
                .toList();
    }

    /** Takes the release out of service: here at once, then in the database. */
    void put(LiveRelease release, LocalText reason) {
        put(new Held(release.cut(), release.manifest().name(), reason, clock.instant()));
    }

    synchronized void put(Held one) {
        Map<Cut, Held> with = new HashMap<>(held);
        with.put(one.cut(), one);
        show(with);
        log.error("Release {} is in quarantine: {}", one.cut(), one.reason().vi());
        database.write(h -> {
            audit(h, "quarantine", one.cut().module(), one.cut().version().toString(), "system:guard");
            return rows.put(h, one);
        });
    }

    @Override
    public synchronized void lift(ModuleId module, Actor by) {
        database.write(h -> {
            if (!rows.remove(h, module)) {
                throw refuse("kernel.refused.not-quarantined", module);
            }
            audit(h, "quarantine-lift", module, "", by.account());
            return module;
        });
        log.info("Quarantine of module {} is lifted", module);
        load();
    }

    private void audit(Handle h, String verb, ModuleId module, String version, String account) {
        String detail = version.isEmpty() ? "" : "{\"version\":\"" + version + "\"}";
        audit.record(
                h,
                new AuditEntry(
                        account, Optional.empty(), "kernel", "kernel." + verb, "module", module.value(), detail, ""));
    }

    /** Reads what the database says. */
    public synchronized void load() {
        show(database.read(rows::all).stream().collect(Collectors.toMap(Held::cut, one -> one)));
    }

    /** Forgets releases that nobody wants to serve any more; should one come back, it gets another chance. */
    synchronized void keep(Set<Cut> wanted) {
        List<Cut> gone =
                held.keySet().stream().filter(cut -> !wanted.contains(cut)).toList();
        if (!gone.isEmpty()) {
            database.write(h -> gone.stream().filter(cut -> rows.remove(h, cut)).count());
            log.info("No longer wanted, and out of quarantine: {}", gone);
            load();
        }
    }

    /** Whether a release was let in again since this was last asked, so that it must be brought up. */
    public boolean letIn() {
        return letIn.getAndSet(false);
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    /** Called while this is locked. */
    private void show(Map<Cut, Held> now) {
        held.keySet().forEach(cut -> troubles.clear(Troubles.Kind.QUARANTINED, cut.module()));
        now.values()
                .forEach(
                        one -> troubles.put(Troubles.Kind.QUARANTINED, one.cut().module(), one.reason()));
        boolean freed = !now.keySet().containsAll(held.keySet());
        held = Map.copyOf(now);
        if (freed) {
            letIn.set(true);
        }
    }
}
