package vn.kientao.platform.api.module;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;
import vn.kientao.platform.api.text.LocalText;

/**
 * A rollout (triển khai) as it stands now; kept in the database, so it outlives a crash.
 *
 * @param id counts up from 1
 * @param from the release it replaces; empty for a first install
 * @param by the account or {@code shell}, {@code system} that asked for it
 * @param steps what happened so far, oldest first
 * @param reason why it failed or went back, in one sentence
 */
public record RolloutStatus(
        long id,
        ModuleId module,
        Optional<Version> from,
        Version to,
        Kind kind,
        Step step,
        String by,
        Instant startedAt,
        Optional<Instant> endedAt,
        List<StepTaken> steps,
        Optional<LocalText> reason) {

    public RolloutStatus {
        requireNonNull(module, "module");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(kind, "kind");
        requireNonNull(step, "step");
        requireNonNull(by, "by");
        requireNonNull(startedAt, "startedAt");
        requireNonNull(endedAt, "endedAt");
        steps = List.copyOf(steps);
        requireNonNull(reason, "reason");
    }

    public boolean ended() {
        return endedAt.isPresent();
    }

    public boolean succeeded() {
        return step == Step.DONE;
    }

    /** What was asked for. */
    public enum Kind {
        INSTALL,
        UPDATE,
        ROLLBACK
    }

    /** Where a rollout stands; the last three are ends. */
    public enum Step {
        /** The artifact is stored and checked. */
        RECEIVED,
        /** What it needs and changes is known. */
        PLANNED,
        /** Beside the live release: installed, migrated, started. */
        STAGED,
        /** Services, health and smoke paths have answered. */
        VERIFIED,
        /** The route table names it. */
        PROMOTED,
        /** The old release finishes its requests and jobs. */
        DRAINING,
        /** The old release is gone; the new one serves. */
        DONE,
        /** It never served; the live release never noticed. */
        FAILED,
        /** It served and was taken back. */
        ROLLED_BACK
    }

    /** A step and when it was reached. */
    public record StepTaken(Step step, Instant at) {
        public StepTaken {
            requireNonNull(step, "step");
            requireNonNull(at, "at");
        }
    }
}
