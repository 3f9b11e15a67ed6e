package vn.kientao.reform.steering.web.discipline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.domain.discipline.BreachFilter;
import vn.kientao.reform.steering.domain.discipline.BreachKind;
import vn.kientao.reform.steering.domain.discipline.BreachState;
import vn.kientao.reform.steering.domain.discipline.Followed;
import vn.kientao.reform.steering.web.SteeringPermissions;

/**
 * The filter of the register of discipline as it stands in the address: {@code kind}, {@code state}, {@code followed},
 * {@code from}, {@code to}, {@code q}, {@code scope=all} for the province, {@code at} for an agency whose work
 * the own one took over or, with the province in sight, for any, {@code after} for the next page.
 */
final class DisciplineQuery {
    /** The parameters, for the API description too. */
    static final String[] NAMES = {"kind", "state", "followed", "from", "to", "q", "scope", "at"};

    private static final TextBundle TEXTS = TextBundle.of(DisciplineQuery.class);
    private static final int LONGEST = 200;

    private final Request request;
    private final Set<String> places;
    private final FormErrors errors = new FormErrors();
    private final Map<String, String> values = new LinkedHashMap<>();

    /** @param places codes of the agency and of all whose work it took over */
    DisciplineQuery(Request request, Set<String> places) {
        this.request = request;
        this.places = Set.copyOf(places);
        for (String name : NAMES) {
            request.query(name).ifPresent(value -> values.put(name, value));
        }
    }

    static LocalDateTime now(Request request) {
        return LocalDateTime.ofInstant(request.now(), Formats.ZONE);
    }

    boolean all() {
        return "all".equals(values.get("scope")) && request.page().can(SteeringPermissions.PROVINCE);
    }

    BreachFilter filter() {
        return new BreachFilter(
                agency(),
                word("kind", BreachKind::of),
                word("state", BreachState::of),
                word("followed", Followed::of),
                day("from"),
                day("to"),
                words());
    }

    private Optional<String> agency() {
        return at().or(() ->
                all() ? Optional.empty() : Optional.of(request.agency().code()));
    }

    /** Another agency than the reader's whose records are shown. */
    Optional<String> at() {
        boolean province = request.page().can(SteeringPermissions.PROVINCE);
        return Optional.ofNullable(values.get("at"))
                .filter(code -> !code.equals(request.agency().code()))
                .filter(code -> province || places.contains(code));
    }

    private <E> Optional<E> word(String name, Function<String, Optional<E>> read) {
        String given = values.get(name);
        Optional<E> found = Optional.ofNullable(given).flatMap(read);
        if (given != null && found.isEmpty()) {
            errors.add(name, TEXTS.text("obstacle.error.filter", given));
        }
        return found;
    }

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
        return Folding.fold(typed.substring(0, Math.min(typed.length(), LONGEST)));
    }

    /** The period of the address; the present year where it says nothing. */
    Period period() {
        int year = now(request).getYear();
        LocalDate from = day("from").orElse(LocalDate.of(year, 1, 1));
        LocalDate to = day("to").orElse(LocalDate.of(year, 12, 31));
        if (to.isBefore(from)) {
            errors.add("to", TEXTS.text("pilot.error.to", Formats.date(to), Formats.date(from)));
            return new Period(from, from);
        }
        return new Period(from, to);
    }

    FormErrors errors() {
        return errors;
    }

    FormView form() {
        return new FormView(request.page(), values, errors);
    }

    boolean narrowed() {
        return values.keySet().stream().anyMatch(name -> !name.equals("scope") && !name.equals("at"));
    }

    long before() {
        return request.query("after")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
    }
}
