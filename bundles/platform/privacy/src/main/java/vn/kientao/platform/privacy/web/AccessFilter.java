package vn.kientao.platform.privacy.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.privacy.domain.AccessQuery;

/**
 * The filter in the address of the access log.
 *
 * @param query what it means; a day that is none is passed over
 * @param typed names and values of the fields as they were typed
 * @param wrongDays names of the fields whose value is no day
 */
record AccessFilter(AccessQuery query, Map<String, String> typed, List<String> wrongDays) {
    /** Names of the fields, in the order of the page. */
    static final List<String> FIELDS = List.of("object", "account", "agency", "from", "until");

    static AccessFilter of(Request request) {
        Map<String, String> typed = new LinkedHashMap<>();
        FIELDS.forEach(field -> request.query(field).ifPresent(value -> typed.put(field, value)));
        List<String> wrong = new ArrayList<>();
        Optional<LocalDate> from = day(typed, "from", wrong);
        Optional<LocalDate> until = day(typed, "until", wrong);
        AccessQuery query = new AccessQuery(
                request.agencyIfAny().map(Agency::code).or(() -> request.query("agency")),
                request.query("account"),
                request.query("object"),
                from.map(Days::begin),
                until.map(last -> Days.begin(last.plusDays(1))));
        return new AccessFilter(query, typed, List.copyOf(wrong));
    }

    private static Optional<LocalDate> day(Map<String, String> typed, String name, List<String> wrong) {
        Optional<String> text = Optional.ofNullable(typed.get(name));
        Optional<LocalDate> day = text.flatMap(Days::read);
        if (text.isPresent() && day.isEmpty()) {
            wrong.add(name);
        }
        return day;
    }
}
