package vn.kientao.reform.procedures.domain.rating;

import static java.util.Objects.requireNonNull;

import vn.kientao.platform.api.text.LocalText;

/**
 * How satisfied somebody is.
 *
 * @param number 5 is best, 1 is worst
 * @param points what an answer is worth in the indices of Circular 01/2018/TT-VPCP: 0, 1 or 2
 * @param satisfied whether it counts as satisfied
 */
public record Level(int number, LocalText name, int points, boolean satisfied) {
    public Level {
        requireNonNull(name, "name");
        if (points < 0 || points > 2) {
            throw new IllegalArgumentException("points " + points + " (expected: 0, 1 or 2)");
        }
    }
}
