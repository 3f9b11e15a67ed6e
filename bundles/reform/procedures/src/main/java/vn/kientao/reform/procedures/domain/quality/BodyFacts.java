package vn.kientao.reform.procedures.domain.quality;

import vn.kientao.reform.procedures.domain.report.Share;

/**
 * What indices 5 and 9 ask of a body.
 *
 * @param onTheSpot settled at the one-stop itself among all that were settled
 * @param onlineDossiers received online among all that were received
 * @param onlineProcedures procedures with online dossiers among those with dossiers
 * @param onlineLate online dossiers that were or are overdue
 */
public record BodyFacts(Share onTheSpot, Share onlineDossiers, Share onlineProcedures, long onlineLate) {

    /**
     * The points of index 5: whatever the platform receives is received at the one-stop, which gives one point.
     *
     * @param least the share, in per cent, that gives two points
     */
    public Points spotPoints(int least) {
        return onTheSpot
                .percent()
                .map(percent -> Points.once(percent.doubleValue() >= least ? 2 : 1))
                .orElse(Points.NOTHING);
    }

    /**
     * The points of index 9.
     *
     * @param procedures the share of procedures, in per cent, that two points need
     * @param dossiers the share of dossiers, in per cent, that two points need
     * @param leastDossiers the share of dossiers that one point needs
     */
    public Points onlinePoints(int procedures, int dossiers, int leastDossiers) {
        if (onlineDossiers.whole() == 0) {
            return Points.NOTHING;
        }
        double share = onlineDossiers.percent().orElseThrow().doubleValue();
        double offered = onlineProcedures.percent().orElseThrow().doubleValue();
        if (onlineLate > 0 || share < leastDossiers) {
            return Points.once(0);
        }
        return Points.once(share >= dossiers && offered >= procedures ? 2 : 1);
    }
}
