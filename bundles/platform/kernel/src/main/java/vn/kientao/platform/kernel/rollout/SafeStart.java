package vn.kientao.platform.kernel.rollout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.RolloutStatus.Kind;
import vn.kientao.platform.api.module.RolloutStatus.Step;
import vn.kientao.platform.api.module.RolloutStatus.StepTaken;
import vn.kientao.platform.api.module.SafeMode;
import vn.kientao.platform.kernel.artifact.Cut;
import vn.kientao.platform.kernel.store.Desired;
import vn.kientao.platform.kernel.store.ReleaseRepository;
import vn.kientao.platform.kernel.store.ReleaseRow;
import vn.kientao.platform.kernel.store.RolloutRepository;

/**
 * Safe mode (chế độ an toàn): after three crashes within five minutes of a change the platform starts with that change
 * off. It only looks at what the database asks for and serves something else; it writes nothing.
 */
public final class SafeStart {
    private static final Logger log = LoggerFactory.getLogger(SafeStart.class);
    private static final Duration SOON = Duration.ofMinutes(5);
    private static final int LOOKED_AT = 50;

    private final Database database;
    private final RolloutRepository rollouts;
    private final ReleaseRepository releases;
    private final StartLog starts;
    private final int crashesAllowed;
    private final Clock clock;
    private volatile @Nullable LeftOff leftOff;

    /** @param crashesAllowed after so many crashes the change is left off; 0 for never */
    public SafeStart(
            Database database,
            RolloutRepository rollouts,
            ReleaseRepository releases,
            StartLog starts,
            int crashesAllowed,
            Clock clock) {
        this.database = database;
        this.rollouts = rollouts;
        this.releases = releases;
        this.starts = starts;
        this.crashesAllowed = crashesAllowed;
        this.clock = clock;
    }

    /** Decides, once at the start, whether the latest change is left off. */
    public void decide() {
        Instant now = clock.instant();
        starts.started(now);
        if (crashesAllowed == 0) {
            return;
        }
        latestChange().ifPresent(change -> {
            Instant at = changedAt(change).orElse(Instant.EPOCH);
            int crashes = at.isAfter(now.minus(SOON)) ? starts.crashesAfter(at) : 0;
            if (crashes >= crashesAllowed) {
                leftOff = leaveOff(change, crashes, now);
                log.error(
                        "{} crashes since {} {} began to serve: starting in safe mode without it",
                        crashes,
                        change.module(),
                        change.to());
            }
        });
    }

    /** Notes that the platform stops in an orderly way. */
    public void stopped() {
        starts.stopped(clock.instant());
    }

    /** Whether a change is left off. */
    boolean on() {
        return leftOff != null;
    }

    /** What is left off. */
    public Optional<SafeMode> mode() {
        return Optional.ofNullable(leftOff).map(LeftOff::mode);
    }

    /** What should serve when {@code desired} is asked for. */
    public Desired apply(Desired desired) {
        LeftOff now = leftOff;
        if (now == null) {
            return desired;
        }
        ModuleId module = now.change().module();
        boolean asked = desired.cuts().contains(now.change());
        if (!asked) {
            log.info("Nobody asks for {} any more: safe mode ends", now.change());
            leftOff = null;
            return desired;
        }
        return now.instead().map(desired::with).orElseGet(() -> desired.without(module));
    }

    private Optional<RolloutStatus> latestChange() {
        return database.read(h -> rollouts.newest(h, LOOKED_AT)).stream()
                .filter(rollout -> rollout.step() != Step.ROLLED_BACK && rollout.step() != Step.FAILED)
                .filter(rollout -> rollout.kind() == Kind.INSTALL
                        || rollout.kind() == Kind.UPDATE
                        || rollout.kind() == Kind.ROLLBACK)
                .filter(rollout -> changedAt(rollout).isPresent())
                .max(Comparator.comparing(rollout -> changedAt(rollout).orElse(Instant.EPOCH)));
    }

    private static Optional<Instant> changedAt(RolloutStatus rollout) {
        return rollout.steps().stream()
                .filter(taken -> taken.step() == Step.CANARY || taken.step() == Step.PROMOTED)
                .map(StepTaken::at)
                .max(Comparator.naturalOrder());
    }

    private LeftOff leaveOff(RolloutStatus change, int crashes, Instant now) {
        return database.read(h -> {
            Cut cut = rollouts.cut(h, change.id());
            Optional<Cut> instead = instead(h, change);
            return new LeftOff(
                    cut,
                    instead,
                    new SafeMode(change.id(), change.module(), change.to(), instead.map(Cut::version), crashes, now));
        });
    }

    private Optional<Cut> instead(Handle h, RolloutStatus change) {
        List<ReleaseRow> known = releases.ofModule(h, change.module());
        return change.from()
                .flatMap(from -> known.stream()
                        .filter(row -> row.version().equals(from) && row.kept())
                        .map(ReleaseRow::cut)
                        .findFirst());
    }

    private record LeftOff(Cut change, Optional<Cut> instead, SafeMode mode) {}
}
