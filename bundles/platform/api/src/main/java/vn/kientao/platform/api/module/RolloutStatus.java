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
 * @param progress how far a rollout in stages is
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
        Optional<LocalText> reason,
        Progress progress) {

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
        requireNonNull(progress, "progress");
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
        ROLLBACK,
        /** The module goes, its data stays (gỡ). */
        UNINSTALL,
        /** The data of an uninstalled module goes (xoá dữ liệu). */
        PURGE
    }

    /** Where a rollout stands; the last three are ends. */
    public enum Step {
        /** The artifact is stored and checked. */
        RECEIVED,
        /** What it needs and changes is known. */
        PLANNED,
        /** It waits for a second person to approve. */
        AWAITING_APPROVAL,
        /** The data is in a backup, or exported before a purge. */
        BACKED_UP,
        /** Beside the live release: installed, migrated, started. */
        STAGED,
        /** Services, health and smoke paths have answered. */
        VERIFIED,
        /** It serves the agencies of the first stages; the others are served by the old release. */
        CANARY,
        /** The route table names it for everybody. */
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

    /**
     * How far a rollout in stages is.
     *
     * @param strategy its stages
     * @param stage which of them serves now, from 0; -1 before the first
     * @param stageSince when that stage began
     * @param agencies codes of the agencies that the release serves ahead of the others
     * @param paused whether a person has stopped it where it is
     * @param approvedBy the second person
     * @param notes what happened and what the gates said, oldest first
     */
    public record Progress(
            Strategy strategy,
            int stage,
            Optional<Instant> stageSince,
            List<String> agencies,
            boolean paused,
            Optional<String> approvedBy,
            List<Note> notes) {
        public Progress {
            requireNonNull(strategy, "strategy");
            requireNonNull(stageSince, "stageSince");
            agencies = List.copyOf(agencies);
            requireNonNull(approvedBy, "approvedBy");
            notes = List.copyOf(notes);
        }
    }

    /** One line of the rollout's diary. */
    public record Note(Instant at, LocalText text) {
        public Note {
            requireNonNull(at, "at");
            requireNonNull(text, "text");
        }
    }

    /** A step and when it was reached. */
    public record StepTaken(Step step, Instant at) {
        public StepTaken {
            requireNonNull(step, "step");
            requireNonNull(at, "at");
        }
    }
}
