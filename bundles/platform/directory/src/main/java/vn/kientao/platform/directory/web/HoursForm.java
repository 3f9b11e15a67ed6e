package vn.kientao.platform.directory.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.directory.domain.AgencyHours;
import vn.kientao.platform.directory.domain.OfficeHours;

/** Office hours of one agency as they are typed, or sent by a program. */
final class HoursForm {
    private static final TextBundle TEXTS = TextBundle.of(HoursForm.class);
    private static final int BASIS = 2000;

    private final Map<String, String> values;
    private final String agency;
    private final LocalDate today;
    private final FormErrors errors;

    HoursForm(Map<String, String> values, String agency, LocalDate today, FormErrors errors) {
        this.values = values;
        this.agency = agency;
        this.today = today;
        this.errors = errors;
    }

    /** What was typed; empty when the errors say what is wrong. */
    Optional<AgencyHours> hours() {
        Optional<OfficeHours> spans = spans();
        Optional<LocalDate> from = day("from");
        from.filter(day -> day.isBefore(today))
                .ifPresent(day -> errors.add(
                        "from", TEXTS.text("agencies.hours.error.past", Formats.date(day), Formats.date(today))));
        Optional<LocalDate> to = !value("to").isEmpty() ? day("to") : Optional.empty();
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
        return values.getOrDefault(field, "");
    }
}
