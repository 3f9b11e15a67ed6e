package vn.kientao.platform.kernel.live;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;

/**
 * What a release has answered up to one moment. Two of them make a window, and the same window of two releases can be
 * compared route by route.
 *
 * @param routes route, such as {@code GET /dossiers/{id}} → what was answered on it
 */
public record Reading(Map<String, Route> routes) {
    /** Nothing was asked. */
    public static final Reading NONE = new Reading(Map.of());

    public Reading {
        routes = Map.copyOf(routes);
    }

    /** What was answered on the route; nothing when nobody asked. */
    public Route route(String route) {
        return routes.getOrDefault(route, Route.NONE);
    }

    /** What has come since {@code earlier}; routes on which nothing came are left out. */
    public Reading minus(Reading earlier) {
        Map<String, Route> since = new HashMap<>();
        routes.forEach((route, now) -> {
            Route rest = now.minus(earlier.route(route));
            if (rest.count() > 0) {
                since.put(route, rest);
            }
        });
        return new Reading(since);
    }

    /** All routes together. */
    public Route total() {
        return routes.values().stream().reduce(Route.NONE, Route::plus);
    }

    /**
     * What was answered on one route.
     *
     * @param errors answers with status 500 and above
     * @param nanos wall time of all together
     */
    public record Route(long count, long errors, long nanos, Times times) {
        public static final Route NONE = new Route(0, 0, 0, Times.NONE);

        public Route {
            requireNonNull(times, "times");
        }

        public Route plus(Route other) {
            return new Route(count + other.count, errors + other.errors, nanos + other.nanos, times.plus(other.times));
        }

        Route minus(Route earlier) {
            return new Route(
                    Math.max(0, count - earlier.count),
                    Math.max(0, errors - earlier.errors),
                    Math.max(0, nanos - earlier.nanos),
                    times.minus(earlier.times));
        }

        /** As {@link Times#percentile}. */
        public long percentile(double share) {
            return times.percentile(share);
        }

        /** Errors among all answers, from 0 to 1; 0 when nothing was asked. */
        public double errorRate() {
            return count == 0 ? 0 : (double) errors / count;
        }
    }
}
