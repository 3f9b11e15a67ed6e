package vn.kientao.reform.steering.app.inspection;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import vn.kientao.reform.steering.domain.inspection.Finding;
import vn.kientao.reform.steering.domain.inspection.VisitAction;

/**
 * A step of a visit.
 *
 * @param note the unit's own report, the conclusion, the remedy, or why
 * @param found what was found, of a step that enters it
 * @param symbol number and symbol of the notice
 * @param on the day of the notice
 * @param findings ids of the finding that was remedied, or of those that are returned; none means all
 */
public record InspectionStep(
        VisitAction action,
        String note,
        Optional<Finding> found,
        String symbol,
        Optional<LocalDate> on,
        Set<Long> findings) {
    public InspectionStep {
        requireNonNull(action, "action");
        requireNonNull(note, "note");
        requireNonNull(found, "found");
        requireNonNull(symbol, "symbol");
        requireNonNull(on, "on");
        findings = Set.copyOf(findings);
    }

    /** One that only says something. */
    public static InspectionStep of(VisitAction action, String note) {
        return new InspectionStep(action, note, Optional.empty(), "", Optional.empty(), Set.of());
    }

    /** One about some findings. */
    public static InspectionStep about(VisitAction action, String note, Set<Long> findings) {
        return new InspectionStep(action, note, Optional.empty(), "", Optional.empty(), findings);
    }

    public static InspectionStep find(Finding found) {
        return new InspectionStep(VisitAction.FIND, "", Optional.of(found), "", Optional.empty(), Set.of());
    }

    public static InspectionStep notice(String conclusion, String symbol, LocalDate on) {
        return new InspectionStep(VisitAction.NOTICE, conclusion, Optional.empty(), symbol, Optional.of(on), Set.of());
    }
}
