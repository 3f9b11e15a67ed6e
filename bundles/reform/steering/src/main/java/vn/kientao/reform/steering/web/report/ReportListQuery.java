package vn.kientao.reform.steering.web.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.app.report.Reports;
import vn.kientao.reform.steering.domain.report.ReportFilter;
import vn.kientao.reform.steering.domain.report.ReportKind;
import vn.kientao.reform.steering.domain.report.ReportState;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** The filter of a list of reports as it stands in the address; {@code scope=all} for the province, {@code after} for the next page. */
final class ReportListQuery {
    /** The parameters, for the API description too. */
    static final String[] NAMES = {"kind", "state", "year", "q", "scope"};

    private static final TextBundle TEXTS = TextBundle.of(ReportListQuery.class);

    private final Request request;
    private final FormErrors errors = new FormErrors();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final ReportFilter filter;

    ReportListQuery(Request request, Reports reports) {
        this.request = request;
        for (String name : NAMES) {
            request.query(name).ifPresent(value -> values.put(name, value));
        }
        this.filter = new ReportFilter(
                all() ? Set.of() : reports.with(request.agency().code()),
                word("kind", ReportKind::of),
                word("state", ReportState::of),
                year(),
                Folding.fold(values.getOrDefault("q", "")));
    }

    boolean all() {
        return "all".equals(values.get("scope")) && request.page().can(SteeringPermissions.PROVINCE);
    }

    private <E> Optional<E> word(String name, Function<String, Optional<E>> read) {
        String given = values.get(name);
        Optional<E> found = Optional.ofNullable(given).flatMap(read);
        if (given != null && found.isEmpty()) {
            errors.add(name, TEXTS.text("report.error.filter", given));
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

    ReportFilter filter() {
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
