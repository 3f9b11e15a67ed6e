package vn.kientao.reform.procedures.domain.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** So many dossiers with 2, 1 and 0 points by an index. */
public record Points(long withTwo, long withOne, long withNone) {
    /** Nothing to rate. */
    public static final Points NOTHING = new Points(0, 0, 0);

    public Points {
        if (withTwo < 0 || withOne < 0 || withNone < 0) {
            throw new IllegalArgumentException(
                    "dossiers " + withTwo + ", " + withOne + ", " + withNone + " (expected: >= 0)");
        }
    }

    /** The body itself is rated, once. */
    public static Points once(int points) {
        return switch (points) {
            case 2 -> new Points(1, 0, 0);
            case 1 -> new Points(0, 1, 0);
            case 0 -> new Points(0, 0, 1);
            default -> throw new IllegalArgumentException(points + " points (expected: 0 to 2)");
        };
    }

    /** So many with the same points each. */
    public static Points each(int points, long dossiers) {
        return new Points(points == 2 ? dossiers : 0, points == 1 ? dossiers : 0, points == 0 ? dossiers : 0);
    }

    public Points plus(Points other) {
        return new Points(withTwo + other.withTwo, withOne + other.withOne, withNone + other.withNone);
    }

    public long dossiers() {
        return withTwo + withOne + withNone;
    }

    public long points() {
        return 2 * withTwo + withOne;
    }

    /** The score of the index: points by dossiers, one decimal (Article 15); empty without dossiers. */
    public Optional<BigDecimal> score() {
        return dossiers() == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(points()).divide(BigDecimal.valueOf(dossiers()), 1, RoundingMode.HALF_UP));
    }
}
