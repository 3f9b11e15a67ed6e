package vn.kientao.reform.steering.domain.pilot;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A pilot (thí điểm), one stage of it (D2.6, D5.3b).
 *
 * @param code such as {@code SNV2-TD-2026-0001}
 * @param proposer code of the agency that proposed it and follows it
 * @param originalTo the last day as it was approved
 * @param stage 1, and one more with each widening
 * @param parent id of the stage before
 */
public record Pilot(
        long id,
        long version,
        String code,
        PilotPlan plan,
        String proposer,
        String proposedBy,
        LocalDateTime proposedAt,
        LocalDate originalTo,
        PilotState state,
        Decision decision,
        int stage,
        Optional<Long> parent) {
    public Pilot {
        requireNonNull(code, "code");
        requireNonNull(plan, "plan");
        requireNonNull(proposer, "proposer");
        requireNonNull(proposedBy, "proposedBy");
        requireNonNull(proposedAt, "proposedAt");
        requireNonNull(originalTo, "originalTo");
        requireNonNull(state, "state");
        requireNonNull(decision, "decision");
        requireNonNull(parent, "parent");
    }

    /**
     * What was decided last: the approval, then the decision at the end.
     *
     * @param document number and day of the decision
     */
    public record Decision(PilotOutcome outcome, String reason, String document) {
        public static final Decision NONE = new Decision(PilotOutcome.NONE, "", "");

        public Decision {
            requireNonNull(outcome, "outcome");
            requireNonNull(reason, "reason");
            requireNonNull(document, "document");
        }
    }

    public Pilot in(PilotState next) {
        return copy(plan, next, decision);
    }

    public Pilot in(PilotState next, Decision taken) {
        return copy(plan, next, taken);
    }

    public Pilot until(LocalDate later) {
        return copy(plan.until(later), state, decision);
    }

    private Pilot copy(PilotPlan newPlan, PilotState newState, Decision newDecision) {
        return new Pilot(
                id,
                version,
                code,
                newPlan,
                proposer,
                proposedBy,
                proposedAt,
                originalTo,
                newState,
                newDecision,
                stage,
                parent);
    }

    /** Whether it is still tried although its period is over. */
    public boolean overdue(LocalDate today) {
        return state.running() && today.isAfter(plan.to());
    }
}
