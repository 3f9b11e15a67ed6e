package vn.kientao.reform.procedures.domain.index766;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.kientao.reform.procedures.domain.report.Share;

/**
 * The points of an agency in a period. What has no points or no data is left open, not counted as 0: the sum says of how
 * many points it is.
 *
 * @param rates by code of the indicator
 * @param settled dossiers that the agency settled in the period
 */
public record IndexScore(IndexVersion version, Map<String, Share> rates, long settled) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public IndexScore {
        requireNonNull(version, "version");
        rates = Map.copyOf(rates);
    }

    public Optional<Share> rate(IndexItem item) {
        return Optional.ofNullable(rates.get(item.measure())).filter(rate -> rate.whole() > 0);
    }

    public Optional<BigDecimal> points(IndexItem item) {
        return item.group() ? sum(item) : item.points(rate(item));
    }

    /** The points of a group: of its sub-points together, no more than the group gives. */
    private Optional<BigDecimal> sum(IndexItem group) {
        Optional<BigDecimal> sum = version.of(group).stream()
                .flatMap(item -> points(item).stream())
                .reduce(BigDecimal::add);
        return sum.map(points -> group.most().map(points::min).orElse(points));
    }

    /** The sum of all groups that have points; empty when none has. */
    public Optional<BigDecimal> total() {
        return version.groups().stream()
                .flatMap(group -> points(group).stream())
                .reduce(BigDecimal::add);
    }

    /** The total in per cent of the points that could be computed, two decimals: what is open counts neither way. */
    public Optional<BigDecimal> percent() {
        BigDecimal whole = computable();
        return total().filter(points -> whole.signum() > 0)
                .map(points -> points.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP));
    }

    /** How many points could be computed at most with the data and sub-points that there are. */
    public BigDecimal computable() {
        Map<String, BigDecimal> groups = new HashMap<>();
        for (IndexItem item : version.items()) {
            if (!item.group() && points(item).isPresent()) {
                groups.merge(item.parent(), item.most().orElseThrow(), BigDecimal::add);
            }
        }
        return groups.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
