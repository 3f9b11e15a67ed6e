package vn.kientao.reform.procedures.web.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.procedures.app.report.ReportQuery;
import vn.kientao.reform.procedures.domain.report.Narrowing;
import vn.kientao.reform.procedures.domain.report.ReportForm;
import vn.kientao.reform.procedures.domain.report.Trait;

/** What a report is about, as it stands in the address; the list behind a number has the same address with the number. */
final class ReportFilter {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final FormErrors errors = new FormErrors();
    private final Request request;
    private final PeriodForm period;

    ReportFilter(Request request) {
        this.request = request;
        this.period = new PeriodForm(request, errors);
        values.putAll(period.values());
        List.of("form", "field", "scope", "agency", "officer", "asked", "result", "trait")
                .forEach(name -> request.query(name).ifPresent(value -> values.put(name, value)));
        values.putIfAbsent("form", "06a");
    }

    Period period() {
        return period.period();
    }

    /** The form that was chosen; the first when there is none of that code. */
    Optional<ReportForm> form(List<ReportForm> forms) {
        return forms.stream()
                .filter(form -> form.code().equals(values.get("form")))
                .findFirst()
                .or(() -> forms.stream().findFirst());
    }

    /** Whether all agencies are asked for, which only those may who may see all of them. */
    boolean province() {
        return "all".equals(values.get("scope")) && mayAll();
    }

    /** Whether the reader may see the reports of all agencies. */
    boolean mayAll() {
        return request.actor().canEverywhere(ReportPermissions.REPORT);
    }

    ReportQuery query() {
        Optional<String> agency = province()
                ? Optional.ofNullable(values.get("agency"))
                : Optional.of(request.agency().code());
        return new ReportQuery(
                agency, Optional.ofNullable(values.get("field")), period.period(), period.now(), narrowing());
    }

    private Narrowing narrowing() {
        return new Narrowing(
                Optional.ofNullable(values.get("officer")),
                Optional.ofNullable(values.get("asked"))
                        .filter(text -> text.matches("[0-2]"))
                        .map(Integer::valueOf),
                values.containsKey("result"),
                Optional.ofNullable(values.get("trait")).flatMap(Trait::of));
    }

    FormView view() {
        return new FormView(request.page(), values, errors);
    }

    FormErrors errors() {
        return errors;
    }
}
