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
            Points time = Points.each(timePoints(like.timing), like.dossiers);
            points.merge(QualityIndex.TOTAL_TIME, time, Points::plus);
            points.merge(QualityIndex.OWN_TIME, time, Points::plus);
            points.merge(QualityIndex.ATTITUDE, time, Points::plus);
            points.merge(
                    QualityIndex.CONTACTS,
                    Points.each(Math.max(0, QualityIndex.MOST - like.supplements), like.dossiers),
                    Points::plus);
        }
        return points;
    }

    /** How many they are together. */
    public static long dossiers(List<SettledLike> settled) {
        return settled.stream().mapToLong(SettledLike::dossiers).sum();
    }

    private static int timePoints(Timing timing) {
        return switch (timing) {
            case EARLY -> 2;
            case ON_TIME -> 1;
            case LATE -> 0;
        };
    }
}
