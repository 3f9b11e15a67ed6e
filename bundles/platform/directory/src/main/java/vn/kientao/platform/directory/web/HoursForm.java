package vn.kientao.platform.directory.web;

import java.time.LocalDate;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.directory.domain.AgencyHours;
import vn.kientao.platform.directory.domain.OfficeHours;

/** The form of office hours of one agency. */
final class HoursForm {
    private static final TextBundle TEXTS = TextBundle.of(HoursForm.class);
    private static final int BASIS = 2000;

    private final Request request;
    private final String agency;
    private final FormErrors errors;

    HoursForm(Request request, String agency, FormErrors errors) {
        this.request = request;
        this.agency = agency;
        this.errors = errors;
    }

    /** What was typed; empty when the errors say what is wrong. */
    Optional<AgencyHours> hours() {
        Optional<OfficeHours> spans = spans();
        LocalDate today = Words.today(request);
        Optional<LocalDate> from = day("from");
        from.filter(day -> day.isBefore(today))
                .ifPresent(day -> errors.add(
                        "from", TEXTS.text("agencies.hours.error.past", Formats.date(day), Formats.date(today))));
        Optional<LocalDate> to = request.field("to").isPresent() ? day("to") : Optional.empty();
        if (from.isPresent() && to.filter(last -> last.isBefore(from.get())).isPresent()) {
            errors.add("to", TEXTS.text("agencies.hours.error.order", value("to"), value("from")));
        }
        String basis = value("basis");
        if (basis.isEmpty() || basis.length() > BASIS) {
            errors.add("basis", TEXTS.text("agencies.hours.error.basis", "" + BASIS));
        }
        return errors.isEmpty() && spans.isPresent() && from.isPresent()
                ? Optional.of(new AgencyHours(agency, from.get(), to, spans.get(), basis))
                : Optional.empty();
    }

    private Optional<OfficeHours> spans() {
        try {
            return Optional.of(OfficeHours.parse(value("spans").replace('–', '-')));
        } catch (IllegalArgumentException e) {
            errors.add("spans", TEXTS.text("agencies.hours.error.spans", value("spans")));
            return Optional.empty();
        }
    }

    private Optional<LocalDate> day(String field) {
        Optional<LocalDate> day = Words.day(value(field));
        if (day.isEmpty()) {
            errors.add(field, TEXTS.text("import.date", value(field)));
        }
        return day;
    }

    private String value(String field) {
        return request.field(field).orElse("");
    }
}
