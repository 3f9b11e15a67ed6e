package vn.kientao.reform.procedures.domain.index766;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.procedures.domain.report.Share;

/**
 * A group of the index or a sub-point of one.
 *
 * @param parent code of its group; empty for a group
 * @param most the points that it gives at most; empty while no text states them and nobody has entered them
 * @param measure code of the indicator whose rate gives the points; may be empty
 * @param fullAt the rate, in per cent, that gives all points; below it in proportion
 * @param known whether a text at hand states the points
 */
public record IndexItem(
        String code,
        String parent,
        LocalText name,
        Optional<BigDecimal> most,
        String measure,
        BigDecimal fullAt,
        boolean known,
        String legalBasis) {

    public IndexItem {
        requireNonNull(code, "code");
        requireNonNull(parent, "parent");
        requireNonNull(name, "name");
        requireNonNull(most, "most");
        requireNonNull(measure, "measure");
        requireNonNull(fullAt, "fullAt");
        requireNonNull(legalBasis, "legalBasis");
        if (most.filter(points -> points.signum() < 0).isPresent()) {
            throw new IllegalArgumentException("points " + most.get() + " of " + code + " (expected: >= 0)");
        }
        if (fullAt.signum() <= 0) {
            throw new IllegalArgumentException("full at " + fullAt + " of " + code + " (expected: > 0)");
        }
    }

    public boolean group() {
        return parent.isEmpty();
    }

    public IndexItem with(Optional<BigDecimal> otherMost, BigDecimal otherFullAt) {
        return new IndexItem(code, parent, name, otherMost, measure, otherFullAt, known, legalBasis);
    }

    /** The points for a rate, two decimals; empty without points or without a rate. */
    public Optional<BigDecimal> points(Optional<Share> rate) {
        Optional<BigDecimal> percent = rate.flatMap(Share::percent);
        if (most.isEmpty() || percent.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal part = percent.get().min(fullAt).divide(fullAt, 6, RoundingMode.HALF_UP);
        return Optional.of(most.get().multiply(part).setScale(2, RoundingMode.HALF_UP));
    }
}
