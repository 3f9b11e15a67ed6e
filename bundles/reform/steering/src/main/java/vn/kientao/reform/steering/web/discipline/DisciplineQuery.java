package vn.kientao.reform.steering.web.discipline;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.domain.discipline.BreachFilter;
import vn.kientao.reform.steering.domain.discipline.BreachKind;
import vn.kientao.reform.steering.domain.discipline.BreachState;
import vn.kientao.reform.steering.domain.discipline.Followed;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.ListQuery;
import vn.kientao.reform.steering.web.SteeringPermissions;

/**
 * The filter of the register of discipline as it stands in the address: {@code kind}, {@code state}, {@code followed},
 * {@code from}, {@code to}, {@code q}, {@code scope=all} for the province, {@code at} for an agency whose work
 * the own one took over or, with the province in sight, for any, {@code after} for the next page.
 */
final class DisciplineQuery extends ListQuery {
    /** The parameters, for the API description too. */
    static final String[] NAMES = {"kind", "state", "followed", "from", "to", "q", "scope", "at"};

    private static final TextBundle TEXTS = TextBundle.of(DisciplineQuery.class);

    private final Set<String> places;

    /** @param places codes of the agency and of all whose work it took over */
    DisciplineQuery(Request request, Set<String> places) {
        super(request, NAMES, Set.of("scope", "at"));
        this.places = Set.copyOf(places);
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
                all() ? Optional.empty() : Optional.of(request().agency().code()));
    }

    /** Another agency than the reader's whose records are shown. */
    Optional<String> at() {
        boolean province = request().page().can(SteeringPermissions.PROVINCE);
        return value("at")
                .filter(code -> !code.equals(request().agency().code()))
                .filter(code -> province || places.contains(code));
    }

    /** The period of the address; the present year where it says nothing. */
    Period period() {
        int year = Acts.today(request()).getYear();
        LocalDate from = day("from").orElse(LocalDate.of(year, 1, 1));
        LocalDate to = day("to").orElse(LocalDate.of(year, 12, 31));
        if (to.isBefore(from)) {
            errors().add("to", TEXTS.text("pilot.error.to", Formats.date(to), Formats.date(from)));
            return new Period(from, from);
        }
        return new Period(from, to);
    }
}
