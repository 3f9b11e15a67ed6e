package vn.kientao.reform.steering.app.goal;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.StaleRecordException;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.reform.steering.app.AuditEntries;
import vn.kientao.reform.steering.app.Facts;
import vn.kientao.reform.steering.app.file.Files;
import vn.kientao.reform.steering.app.task.Tasks;
import vn.kientao.reform.steering.domain.file.FileOwner;
import vn.kientao.reform.steering.domain.goal.ActualValue;
import vn.kientao.reform.steering.domain.goal.Target;
import vn.kientao.reform.steering.store.SteeringTables;
import vn.kientao.reform.steering.store.goal.ActualRows;
import vn.kientao.reform.steering.store.goal.CountedRows;
import vn.kientao.reform.steering.store.goal.TargetRows;

/** Keeps the targets and takes down what they have come to, each with its audit entry in one transaction. */
@Component(service = TargetDesk.class)
public final class TargetDesk {
    private final Database database;
    private final AuditTrail audit;
    private final Files files;
    private final TargetRows rows = new TargetRows();
    private final ActualRows actuals = new ActualRows();
    private final CountedRows counted = new CountedRows();

    @Activate
    public TargetDesk(
            @Reference Database database,
            @Reference AuditTrail audit,
            @Reference Files files,
            @Reference SteeringTables tables) {
        this.database = database;
        this.audit = audit;
        this.files = files;
    }

    /**
     * Takes down a value, or a further edition of one; a repetition with the same key takes down nothing and answers with the
     * first.
     *
     * @param seen the target as whoever enters it has seen it
     * @param file that shows it
     * @throws StaleRecordException when somebody changed the target or a value of it meanwhile
     */
    public long enter(
            Target seen, ActualValue value, Optional<Files.Sent> file, Optional<String> onceKey, Tasks.Act act) {
        return database.write(transaction -> onceKey.flatMap(key -> actuals.made(transaction, seen.id(), key))
                .map(ActualValue::id)
                .orElseGet(() -> enter(transaction, seen, value, file, onceKey, act)));
    }

    /** Whether a form with this key has been taken down. */
    public boolean made(Target target, String onceKey) {
        return database.read(
                handle -> actuals.made(handle, target.id(), onceKey).isPresent());
    }

    private long enter(
            Handle transaction,
            Target seen,
            ActualValue value,
            Optional<Files.Sent> file,
            Optional<String> onceKey,
            Tasks.Act act) {
        touch(transaction, seen);
        long id = actuals.add(transaction, seen.id(), value, onceKey);
        String facts = TargetFacts.of(value, file.map(Files.Sent::name)).json();
        audit.record(
                transaction, AuditEntries.about(act.entry(), seen.code(), facts).because(value.reason()));
        if (file.isPresent()) {
            keep(transaction, Targets.owner(seen, id), file.get(), act);
        }
        return id;
    }

    /** The entry of the value tells of the file, too. */
    private void keep(Handle transaction, FileOwner owner, Files.Sent file, Tasks.Act act) {
        if (!files.add(transaction, owner, file, act, (same, kept) -> {})) {
            throw new IllegalStateException("a value that is new has files already");
        }
    }

    private void touch(Handle transaction, Target seen) {
        if (!rows.touch(transaction, seen)) {
            throw stale(seen);
        }
    }

    private static StaleRecordException stale(Target seen) {
        return new StaleRecordException("target " + seen.code(), seen.version());
    }

    /**
     * Adds a target.
     *
     * @return false when there is one of that code
     */
    public boolean add(Target target, Tasks.Act act) {
        return database.write(transaction -> {
            if (rows.find(transaction, target.code()).isPresent()) {
                return false;
            }
            rows.add(transaction, target);
            audit.record(
                    transaction,
                    AuditEntries.about(act.entry(), target.code(), "")
                            .changing("", TargetFacts.of(target).json()));
            return true;
        });
    }

    /**
     * Changes a target; what was counted is forgotten when another figure measures it from now on.
     *
     * @throws StaleRecordException when somebody changed it meanwhile
     */
    public void change(Target seen, Target next, Tasks.Act act) {
        Facts was = TargetFacts.of(seen);
        Facts is = TargetFacts.of(next);
        database.write(transaction -> {
            if (!rows.change(transaction, next)) {
                throw stale(seen);
            }
            if (!seen.indicator().equals(next.indicator())) {
                counted.forget(transaction, seen.id());
            }
            audit.record(
                    transaction,
                    AuditEntries.about(act.entry(), seen.code(), "").changing(was.unlike(is), is.unlike(was)));
            return next;
        });
    }

    /**
     * Removes a target that no plan serves and no value was entered for.
     *
     * @return false when something leads to it; then it is to be ended
     * @throws StaleRecordException when somebody changed it meanwhile
     */
    public boolean remove(Target seen, Tasks.Act act) {
        return database.write(transaction -> {
            if (rows.used(transaction, seen.id()) > 0) {
                return false;
            }
            touch(transaction, seen);
            rows.remove(transaction, seen.id());
            audit.record(
                    transaction,
                    AuditEntries.about(act.entry(), seen.code(), "")
                            .changing(TargetFacts.of(seen).json(), ""));
            return true;
        });
    }
}
