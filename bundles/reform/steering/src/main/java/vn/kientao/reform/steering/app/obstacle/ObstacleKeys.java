package vn.kientao.reform.steering.app.obstacle;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import vn.kientao.reform.steering.domain.obstacle.Obstacle;
import vn.kientao.reform.steering.domain.obstacle.ObstacleFilter;

/** Where a page of a list of obstacles begins, as it stands in addresses. */
public final class ObstacleKeys {
    private ObstacleKeys() {}

    /** The key of the page behind this one. */
    public static String of(Obstacle last) {
        return last.clock().due() + "_" + last.id();
    }

    /** What {@link #of} wrote; empty for anything else. */
    public static Optional<ObstacleFilter.Key> read(String text) {
        int bar = text.indexOf('_');
        if (bar < 0 || !text.substring(bar + 1).matches("\\d{1,18}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ObstacleFilter.Key(
                    LocalDateTime.parse(text.substring(0, bar)), Long.parseLong(text.substring(bar + 1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
