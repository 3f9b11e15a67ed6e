package vn.kientao.reform.procedures.web.dossier;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.procedures.app.dossier.DossierFilter;
import vn.kientao.reform.procedures.app.dossier.DossierView;
import vn.kientao.reform.procedures.domain.bulk.BulkRun;
import vn.kientao.reform.procedures.domain.dossier.DossierStatus;

/** The filter of the list, as it stands in the address. What cannot be read is told and does not filter. */
final class DossierListForm {
    private static final List<String> PARAMETERS =
            List.of("view", "status", "field", "q", "from", "to", "mine", "unrouted");

    /** Rows of a page; the longest is as long as what may be worked on at once. */
    static final List<Integer> SIZES = List.of(25, 100, BulkRun.MOST);

    private final Map<String, String> values = new LinkedHashMap<>();
    private final FormErrors errors = new FormErrors();
    private final DossierFilter filter;
    private final Optional<Long> after;
    private final int size;

    DossierListForm(Request request) {
        PARAMETERS.forEach(name -> request.query(name).ifPresent(value -> values.put(name, value)));
        this.filter = new DossierFilter(
                view(),
                status(),
                Optional.ofNullable(values.get("field")),
                words(),
                day("from"),
                day("to"),
                Optional.ofNullable(values.get("mine"))
                        .map(given -> request.actor().account()),
                values.containsKey("unrouted"));
        this.after = request.query("after")
                .filter(text -> text.matches("-?\\d{1,18}"))
                .map(Long::valueOf);
        this.size = request.query("size")
                .flatMap(text ->
                        SIZES.stream().filter(size -> text.equals("" + size)).findFirst())
                .orElse(SIZES.get(0));
    }

    private DossierView view() {
        return Optional.ofNullable(values.get("view")).flatMap(DossierView::of).orElse(DossierView.OPEN);
    }

    private Optional<DossierStatus> status() {
        Optional<String> given = Optional.ofNullable(values.get("status"));
        Optional<DossierStatus> status = given.flatMap(text -> Arrays.stream(DossierStatus.values())
                .filter(one -> text.equals("" + one.number()))
                .findFirst());
        if (given.isPresent() && status.isEmpty()) {
            errors.add("status", Words.text("dossier.error.status", given.get()));
        }
        return status;
    }

    private Optional<String> words() {
        return Optional.ofNullable(values.get("q"));
    }

    private Optional<LocalDate> day(String name) {
        Optional<String> given = Optional.ofNullable(values.get(name));
        Optional<LocalDate> day = given.flatMap(Checks::day);
        if (given.isPresent() && day.isEmpty()) {
            errors.add(name, Words.text("dossier.error.date", given.get()));
        }
        return day;
    }

    DossierFilter filter() {
        return filter;
    }

    /** Where the page begins. */
    Optional<Long> after() {
        return after;
    }

    /** How many rows a page has: what was chosen, if it is one of the choices. */
    int size() {
        return size;
    }

    FormView view(Request request) {
        return new FormView(request.page(), values, errors);
    }

    boolean valid() {
        return errors.isEmpty();
    }

    FormErrors errors() {
        return errors;
    }
}
