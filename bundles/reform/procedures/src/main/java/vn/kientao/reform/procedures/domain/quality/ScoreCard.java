package vn.kientao.reform.procedures.domain.quality;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scores of an officer (5 indices, at most 10) or a body (9 indices, at most 18) in a period.
 *
 * @param indices those that count, in order
 * @param points by index; an index without data is missing or has no dossiers
 */
public record ScoreCard(List<QualityIndex> indices, Map<QualityIndex, Points> points, EmptyIndex empty) {
    public ScoreCard {
        indices = List.copyOf(indices);
        Map<QualityIndex, Points> ordered = new EnumMap<>(QualityIndex.class);
        ordered.putAll(points);
        points = Map.copyOf(ordered);
        requireNonNull(empty, "empty");
    }

    public Points of(QualityIndex index) {
        return points.getOrDefault(index, Points.NOTHING);
    }

    /** The sum of the scores of all indices, one decimal; empty when no index has data. */
    public Optional<BigDecimal> total() {
        List<BigDecimal> scores =
                indices.stream().flatMap(index -> of(index).score().stream()).toList();
        if (scores.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal sum = scores.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        int missing = indices.size() - scores.size();
        return Optional.of(
                switch (empty) {
                    case ZERO -> sum;
                    case FULL -> sum.add(BigDecimal.valueOf((long) missing * QualityIndex.MOST));
                    case LEAVE_OUT ->
                        sum.multiply(BigDecimal.valueOf(indices.size()))
                                .divide(BigDecimal.valueOf(scores.size()), 1, RoundingMode.HALF_UP);
                });
    }

    /** The text key of why there is no class: nothing is known, or too little. */
    public String unclassed() {
        return total().isPresent() ? "quality.too-few" : "quality.no-data";
    }

    /** The highest total there can be. */
    public int most() {
        return indices.size() * QualityIndex.MOST;
    }

    /** The class of the total among these. */
    public Optional<QualityClass> among(List<QualityClass> classes) {
        return total().flatMap(total -> classes.stream()
                .filter(one -> total.compareTo(one.least()) >= 0)
                .max((one, other) -> one.least().compareTo(other.least())));
    }
}
