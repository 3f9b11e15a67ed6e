package vn.kientao.reform.procedures.web.rating;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.procedures.web.dossier.Checks;
import vn.kientao.reform.procedures.web.dossier.Words;

/** The period and level in the address of the list; without a period, the present year. */
final class RatingFilter {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final FormErrors errors = new FormErrors();
    private final LocalDate from;
    private final LocalDate to;
    private final Optional<Integer> level;
    private final Optional<Long> after;

    RatingFilter(Request request) {
        LocalDate today = Words.now(request).toLocalDate();
        from = day(request, "from", today.withDayOfYear(1));
        to = day(request, "to", today);
        level = request.query("level").filter(text -> text.matches("[1-5]")).map(Integer::valueOf);
        level.ifPresent(number -> values.put("level", "" + number));
        after = request.query("after")
                .filter(text -> text.matches("-?\\d{1,18}"))
                .map(Long::valueOf);
        if (to.isBefore(from)) {
            errors.add("to", Words.text("rating.error.period", Formats.date(to), Formats.date(from)));
        }
    }

    private LocalDate day(Request request, String name, LocalDate otherwise) {
        Optional<String> given = request.query(name);
        values.put(name, given.orElse(Formats.date(otherwise)));
        Optional<LocalDate> day = given.flatMap(Checks::day);
        if (given.isPresent() && day.isEmpty()) {
            errors.add(name, Words.text("dossier.error.date", given.get()));
        }
        return day.orElse(otherwise);
    }

    LocalDate from() {
        return from;
    }

    LocalDate to() {
        return to;
    }

    Optional<Integer> level() {
        return level;
    }

    Optional<Long> after() {
        return after;
    }

    FormView view(Request request) {
        return new FormView(request.page(), values, errors);
    }

    boolean valid() {
        return errors.isEmpty();
    }
}
