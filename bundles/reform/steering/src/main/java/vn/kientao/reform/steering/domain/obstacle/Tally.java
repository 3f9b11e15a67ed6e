package vn.kientao.reform.steering.domain.obstacle;

import static java.util.Objects.requireNonNull;

/**
 * One line of the roll-up.
 *
 * @param key cause, area, or document of the rule
 * @param article of the rule; empty for the others
 */
public record Tally(String key, String article, ObstacleFigures figures) {
    public Tally {
        requireNonNull(key, "key");
        requireNonNull(article, "article");
        requireNonNull(figures, "figures");
    }
}
