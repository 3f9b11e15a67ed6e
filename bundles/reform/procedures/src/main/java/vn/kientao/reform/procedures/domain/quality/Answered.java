package vn.kientao.reform.procedures.domain.quality;

import java.math.BigDecimal;
import vn.kientao.reform.procedures.domain.report.Share;

/**
 * How an agency dealt with petitions in a period.
 *
 * @param ended those that came to their end in the period
 * @param inTime of them those that did so before their answer, or their forwarding, was due
 * @param satisfying of them those that were in time and whose sender was not dissatisfied with the answer
 * @param lasting those that stand open at the end of the period although their answer was due
 */
public record Answered(long ended, long inTime, long satisfying, long lasting) {
    private static final int ALL = 100;

    /** In time among all that should have been answered. */
    public Share onTime() {
        return new Share(inTime, ended + lasting);
    }

    /** In time and without dissatisfaction among all that ended. */
    public Share satisfied() {
        return new Share(satisfying, ended);
    }

    /**
     * The points of index 8: two for none or all in time, one from {@code least} per cent on, none with a lasting one.
     *
     * @param worked whether the agency settled anything in the period; without, having no petition says nothing
     */
    public Points points(int least, boolean worked) {
        if (ended + lasting == 0) {
            return worked ? Points.once(2) : Points.NOTHING;
        }
        BigDecimal share = onTime().percent().orElseThrow();
        if (lasting > 0 || share.compareTo(BigDecimal.valueOf(least)) < 0) {
            return Points.once(0);
        }
        return Points.once(share.compareTo(BigDecimal.valueOf(ALL)) == 0 ? 2 : 1);
    }
}
