package vn.kientao.reform.steering.web.obstacle;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.app.obstacle.ObstacleKeys;
import vn.kientao.reform.steering.app.obstacle.Obstacles;
import vn.kientao.reform.steering.domain.obstacle.ObstacleAction.Side;
import vn.kientao.reform.steering.domain.obstacle.ObstacleCause;
import vn.kientao.reform.steering.domain.obstacle.ObstacleFilter;
import vn.kientao.reform.steering.domain.obstacle.ObstacleFilter.Span;
import vn.kientao.reform.steering.domain.obstacle.ObstacleKind;
import vn.kientao.reform.steering.domain.obstacle.ObstacleState;
import vn.kientao.reform.steering.web.SteeringPermissions;

/**
 * The filter of a list of obstacles as it stands in the address: {@code side}, {@code span}, {@code state}, {@code kind},
 * {@code cause}, {@code area}, {@code document}, {@code article}, {@code late}, {@code q}, {@code from}, {@code to},
 * {@code scope=all} for the province, {@code after} for the next page.
 */
final class ObstacleListQuery {
    /** The parameters, for the API description too. */
    static final String[] NAMES = {
        "side", "span", "state", "kind", "cause", "area", "document", "article", "late", "q", "from", "to", "scope"
    };

    private static final TextBundle TEXTS = TextBundle.of(ObstacleListQuery.class);
    private static final int LONGEST = 200;
    private static final List<String> PLACES = List.of("side", "span", "scope");

    private final Request request;
    private final Obstacles obstacles;
    private final FormErrors errors = new FormErrors();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final ObstacleFilter filter;

    ObstacleListQuery(Request request, Obstacles obstacles) {
        this.request = request;
        this.obstacles = obstacles;
        for (String name : NAMES) {
            request.query(name).ifPresent(value -> values.put(name, value));
        }
        this.filter = new ObstacleFilter(
                agencies(),
                one("side", Side.values(), Side.BOTH),
                one("span", Span.values(), Span.OPEN),
                word("state", ObstacleState::of),
                word("kind", ObstacleKind::of),
                word("cause", ObstacleCause::of),
                Optional.ofNullable(values.get("area")),
                Optional.ofNullable(values.get("document")),
                Optional.ofNullable(values.get("article")),
                values.containsKey("late"),
                words(),
                day("from"),
                day("to"),
                now(request));
    }

    static LocalDateTime now(Request request) {
        return LocalDateTime.ofInstant(request.now(), Formats.ZONE);
    }

    private Set<String> agencies() {
        boolean all = "all".equals(values.get("scope")) && request.page().can(SteeringPermissions.PROVINCE);
        return all ? Set.of() : obstacles.with(request.agency().code());
    }

    private <E extends Enum<E>> E one(String name, E[] all, E standard) {
        String given = values.get(name);
        if (given == null) {
            return standard;
        }
        return Arrays.stream(all)
                .filter(value -> value.name().equals(given))
                .findFirst()
                .orElseGet(() -> {
                    unknown(name, given);
                    return standard;
                });
    }

    private <E> Optional<E> word(String name, Function<String, Optional<E>> read) {
        String given = values.get(name);
        Optional<E> found = Optional.ofNullable(given).flatMap(read);
        if (given != null && found.isEmpty()) {
            unknown(name, given);
        }
        return found;
    }

    private void unknown(String name, String given) {
        errors.add(name, TEXTS.text("obstacle.error.filter", given));
    }

    /** A day as a program writes it, 2026-02-09. */
    private Optional<LocalDate> day(String name) {
        String typed = values.getOrDefault(name, "");
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException e) {
            errors.add(name, TEXTS.text("obstacle.error.day", typed));
            return Optional.empty();
        }
    }

    private String words() {
        String typed = values.getOrDefault("q", "");
        if (typed.length() > LONGEST) {
            errors.add("q", TEXTS.text("form.error.length", "" + typed.length(), "0", "" + LONGEST));
            return "";
        }
        return Folding.fold(typed);
    }

    ObstacleFilter filter() {
        return filter;
    }

    FormErrors errors() {
        return errors;
    }

    FormView form() {
        return new FormView(request.page(), values, errors);
    }

    /** Whether the list is narrowed beyond side and place. */
    boolean narrowed() {
        return values.keySet().stream().anyMatch(name -> !PLACES.contains(name));
    }

    /** Behind which obstacle the page begins; a key that is none begins anew. */
    Optional<ObstacleFilter.Key> after() {
        return request.query("after").flatMap(ObstacleKeys::read);
    }
}
