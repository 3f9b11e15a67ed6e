package vn.kientao.reform.procedures.domain.simplification;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The review of one procedure (biểu mẫu rà soát).
 *
 * @param version to be named by whoever changes it
 * @param sentBy the account that sent it to appraisal last; empty before
 * @param proposal what should change (phương án đơn giản hoá)
 * @param costs what complying costs, for each time at which it was measured
 * @param steps how it got where it stands, oldest first
 */
public record ReviewSheet(
        long id,
        long version,
        String agency,
        long plan,
        String procedure,
        String name,
        Stage stage,
        String sentBy,
        Map<Criterion, Opinion> opinions,
        String proposal,
        Map<Side, Cost> costs,
        List<ReviewStep> steps) {
    public ReviewSheet {
        requireNonNull(agency, "agency");
        requireNonNull(procedure, "procedure");
        requireNonNull(name, "name");
        requireNonNull(stage, "stage");
        requireNonNull(sentBy, "sentBy");
        requireNonNull(proposal, "proposal");
        opinions = Map.copyOf(opinions);
        costs = Map.copyOf(costs);
        steps = List.copyOf(steps);
    }

    public Opinion opinion(Criterion criterion) {
        return opinions.getOrDefault(criterion, Opinion.NONE);
    }

    /** The text key of what keeps the sheet from a stage; empty when nothing does. */
    public String missingFor(Stage to) {
        boolean judged =
                Arrays.stream(Criterion.values()).noneMatch(one -> opinion(one).verdict() == Opinion.Verdict.OPEN);
        return switch (to) {
            case PROPOSAL ->
                stage == Stage.APPRAISAL || (judged && costs.containsKey(Side.NOW))
                        ? ""
                        : "simplification.missing.findings";
            case APPRAISAL ->
                proposal.isBlank() || !costs.containsKey(Side.AFTER) ? "simplification.missing.proposal" : "";
            case REMEASURED -> costs.containsKey(Side.MEASURED) ? "" : "simplification.missing.measured";
            default -> "";
        };
    }
}
