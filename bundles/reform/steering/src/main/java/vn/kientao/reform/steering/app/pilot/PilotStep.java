package vn.kientao.reform.steering.app.pilot;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import vn.kientao.reform.steering.domain.pilot.PilotAction;
import vn.kientao.reform.steering.domain.pilot.PilotOutcome;

/**
 * A step of a pilot, already checked.
 *
 * @param document number and day of the decision; empty for steps without
 * @param outcome with {@link PilotAction#DECIDE}
 * @param until the new last day: of an extension, or of the next stage
 * @param more codes of the agencies that come in with the next stage
 */
public record PilotStep(
        PilotAction action,
        String note,
        String document,
        PilotOutcome outcome,
        Optional<LocalDate> until,
        Set<String> more) {
    public PilotStep {
        requireNonNull(action, "action");
        requireNonNull(note, "note");
        requireNonNull(document, "document");
        requireNonNull(outcome, "outcome");
        requireNonNull(until, "until");
        more = Set.copyOf(more);
        if (outcome == PilotOutcome.WIDEN && (more.isEmpty() || until.isEmpty())) {
            throw new IllegalArgumentException("widening (expected: more agencies and a last day)");
        }
    }
}
