package vn.kientao.reform.procedures.domain.quality;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.kientao.reform.procedures.domain.report.Timing;

/**
 * So many settled dossiers that are alike in what the indices ask.
 *
 * @param account whom they concern; empty when all officers are counted together
 * @param supplements how often the applicant was asked to complete the dossier; 2 stands for more than once
 */
public record SettledLike(String account, Timing timing, int supplements, long dossiers) {
    public SettledLike {
        requireNonNull(account, "account");
        requireNonNull(timing, "timing");
    }

    /** The points that settled dossiers give by themselves: indices 1, 2, 3 and 7 as far as no complaint is known. */
    public static Map<QualityIndex, Points> points(List<SettledLike> settled) {
        Map<QualityIndex, Points> points = new EnumMap<>(QualityIndex.class);
        for (SettledLike like : settled) {
            Points time = like.with(timePoints(like.timing));
            points.merge(QualityIndex.TOTAL_TIME, time, Points::plus);
            points.merge(QualityIndex.OWN_TIME, time, Points::plus);
            points.merge(QualityIndex.ATTITUDE, time, Points::plus);
            points.merge(
                    QualityIndex.CONTACTS, like.with(Math.max(0, QualityIndex.MOST - like.supplements)), Points::plus);
        }
        return points;
    }

    private Points with(int each) {
        return new Points(each == 2 ? dossiers : 0, each == 1 ? dossiers : 0, each == 0 ? dossiers : 0);
    }

    private static int timePoints(Timing timing) {
        return switch (timing) {
            case EARLY -> 2;
            case ON_TIME -> 1;
            case LATE -> 0;
        };
    }
}
