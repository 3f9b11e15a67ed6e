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

/**
 * The filter of the register of discipline as it stands in the address: {@code kind}, {@code state}, {@code followed},
 * {@code from}, {@code to}, {@code q}, {@code scope=all} for the province, {@code after} for the next page.
 */
final class DisciplineQuery extends ListQuery {
    /** The parameters, for the API description too. */
    static final String[] NAMES = {"kind", "state", "followed", "from", "to", "q", "scope"};

    private static final TextBundle TEXTS = TextBundle.of(DisciplineQuery.class);

    DisciplineQuery(Request request) {
        super(request, NAMES, Set.of("scope"));
    }

    BreachFilter filter() {
        return new BreachFilter(
                all() ? Optional.empty() : Optional.of(request().agency().code()),
                word("kind", BreachKind::of),
                word("state", BreachState::of),
                word("followed", Followed::of),
                day("from"),
                day("to"),
                words());
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
