package vn.kientao.reform.steering.web.inspection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.app.inspection.Inspections;
import vn.kientao.reform.steering.domain.inspection.VisitFilter;
import vn.kientao.reform.steering.domain.inspection.VisitState;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** The filter of a list of visits as it stands in the address; {@code scope=all} for the province, {@code after} for the next page. */
final class VisitListQuery {
    /** The parameters, for the API description too. */
    static final String[] NAMES = {"state", "year", "overdue", "open", "q", "scope"};

    private static final TextBundle TEXTS = TextBundle.of(VisitListQuery.class);

    private final Request request;
    private final FormErrors errors = new FormErrors();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final VisitFilter filter;

    VisitListQuery(Request request, Inspections inspections) {
        this.request = request;
        for (String name : NAMES) {
            request.query(name).ifPresent(value -> values.put(name, value));
        }
        this.filter = new VisitFilter(
                all() ? Set.of() : inspections.with(request.agency().code()),
                year(),
                state(),
                values.containsKey("overdue"),
                values.containsKey("open"),
                Folding.fold(values.getOrDefault("q", "")),
                VisitDoor.today(request));
    }

    boolean all() {
        return "all".equals(values.get("scope")) && request.page().can(SteeringPermissions.PROVINCE);
    }

    private Optional<VisitState> state() {
        String given = values.getOrDefault("state", "");
        Optional<VisitState> found = VisitState.of(given);
        if (!given.isEmpty() && found.isEmpty()) {
            errors.add("state", TEXTS.text("report.error.filter", given));
        }
        return found;
    }

    private OptionalInt year() {
        String given = values.getOrDefault("year", "");
        if (given.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!given.matches("20\\d\\d")) {
            errors.add("year", TEXTS.text("report.error.year", given));
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(given));
    }

    VisitFilter filter() {
        return filter;
    }

    FormErrors errors() {
        return errors;
    }

    FormView form() {
        return new FormView(request.page(), values, errors);
    }

    boolean narrowed() {
        return values.keySet().stream().anyMatch(name -> !"scope".equals(name));
    }

    /** Below which id the page begins; a key that is none begins anew. */
    long before() {
        return request.query("after")
                .filter(key -> key.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
    }
}
