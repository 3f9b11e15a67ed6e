package vn.kientao.platform.console.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.text.LocalText;

/**
 * A rollout for programs.
 *
 * @param ended whether it has come to an end, good or bad
 * @param stages as in {@code STP2+STC2, 25%, all}
 * @param stage which of them serves now, from 0; -1 before the first
 * @param agencies that have the new release ahead of the others
 */
public record RolloutJson(
        long id,
        String module,
        String kind,
        Optional<String> from,
        String to,
        String step,
        boolean ended,
        String by,
        Instant startedAt,
        Optional<Instant> endedAt,
        String stages,
        int stage,
        boolean paused,
        Optional<String> approvedBy,
        List<String> agencies,
        List<StepJson> steps,
        List<NoteJson> notes,
        Optional<LocalText> reason) {

    /** A step and when it was reached. */
    public record StepJson(String step, Instant at) {}

    /** A line of the diary. */
    public record NoteJson(Instant at, LocalText text) {}

    static RolloutJson of(RolloutStatus rollout) {
        RolloutStatus.Progress progress = rollout.progress();
        return new RolloutJson(
                rollout.id(),
                rollout.module().value(),
                rollout.kind().name(),
                rollout.from().map(Version::toString),
                rollout.to().toString(),
                rollout.step().name(),
                rollout.ended(),
                rollout.by(),
                rollout.startedAt(),
                rollout.endedAt(),
                progress.strategy().toString(),
                progress.stage(),
                progress.paused(),
                progress.approvedBy(),
                progress.agencies(),
                rollout.steps().stream()
                        .map(taken -> new StepJson(taken.step().name(), taken.at()))
                        .toList(),
                progress.notes().stream()
                        .map(note -> new NoteJson(note.at(), note.text()))
                        .toList(),
                rollout.reason());
    }
}
