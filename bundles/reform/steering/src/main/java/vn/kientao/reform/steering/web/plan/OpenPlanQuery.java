package vn.kientao.reform.steering.web.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.domain.plan.OpenPlan;
import vn.kientao.reform.steering.domain.plan.OpenPlanFilter;

/** The filter of the list of published plans as it stands in the address; {@code after} for the next page. */
final class OpenPlanQuery {
    private static final TextBundle TEXTS = TextBundle.of(OpenPlanQuery.class);
    private static final String[] NAMES = {"year", "agency", "area", "q"};
    private static final int LONGEST = 100;

    private final Request request;
    private final FormErrors errors = new FormErrors();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final OpenPlanFilter filter;

    OpenPlanQuery(Request request, Agencies agencies) {
        this.request = request;
        for (String name : NAMES) {
            request.query(name)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> values.put(name, value));
        }
        String words = words();
        this.filter = new OpenPlanFilter(
                year(),
                Optional.ofNullable(values.get("agency")),
                Optional.ofNullable(values.get("area")),
                words,
                words.isEmpty() ? Set.of() : named(agencies, words));
    }

    private String words() {
        String given = values.getOrDefault("q", "");
        if (given.length() > LONGEST) {
            errors.add("q", TEXTS.text("form.error.length", "" + given.length(), "0", "" + LONGEST));
            return "";
        }
        return Folding.fold(given);
    }

    private static Set<String> named(Agencies agencies, String words) {
        return agencies.all().stream()
                .filter(one ->
                        Folding.fold(one.name().vi() + " " + one.name().en()).contains(words))
                .map(Agency::code)
                .collect(Collectors.toSet());
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

    OpenPlanFilter filter() {
        return filter;
    }

    FormErrors errors() {
        return errors;
    }

    FormView form() {
        return new FormView(request.page(), values, errors);
    }

    boolean narrowed() {
        return !values.isEmpty();
    }

    /** A key that is none begins anew. */
    Optional<OpenPlan.Key> after() {
        return request.query("after")
                .filter(key -> key.matches("20\\d\\d_.{1,40}"))
                .map(key -> new OpenPlan.Key(Integer.parseInt(key.substring(0, 4)), key.substring(5)));
    }

    static String key(OpenPlan last) {
        return last.key().year() + "_" + last.key().agency();
    }
}
