package vn.kientao.platform.directory.web;

import java.time.LocalDate;
import java.util.Optional;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.time.CalendarDay.Kind;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.directory.domain.CalendarChange;
import vn.kientao.platform.directory.domain.ExceptionalDay;

/**
 * The form of one day of the calendar, as typed.
 *
 * @param kind {@code ordinary}, or the word of an exceptional kind
 */
public record DayForm(String date, String kind, String nameVi, String nameEn, String legalBasis) {
    static final String ORDINARY = "ordinary";

    private static final TextBundle TEXTS = TextBundle.of(DayForm.class);
    private static final int LONGEST = 2_000;

    static DayForm posted(Request request) {
        return new DayForm(
                request.field("date").orElse(""),
                request.field("kind").orElse(""),
                request.field("nameVi").orElse(""),
                request.field("nameEn").orElse(""),
                request.field("legalBasis").orElse(""));
    }

    static DayForm of(String date, Optional<ExceptionalDay> day) {
        return new DayForm(
                date,
                day.map(known -> ExceptionalDay.word(known.kind())).orElse("holiday"),
                day.map(known -> known.name().vi()).orElse(""),
                day.map(known -> known.name().en()).orElse(""),
                day.map(ExceptionalDay::legalBasis).orElse(""));
    }

    /** The change it asks for; empty when {@code errors} has been told why not. */
    Optional<CalendarChange> change(FormErrors errors) {
        Optional<LocalDate> day = Words.day(date);
        if (day.isEmpty()) {
            errors.add("date", TEXTS.text("calendar.date-wrong"));
        }
        if (kind.equals(ORDINARY)) {
            return day.map(CalendarChange::remove);
        }
        Optional<Kind> known = ExceptionalDay.kind(kind);
        if (known.isEmpty()) {
            errors.add("kind", TEXTS.text("calendar.kind-missing"));
        }
        if (nameVi.isEmpty() || nameVi.length() > LONGEST || nameEn.length() > LONGEST) {
            errors.add("nameVi", TEXTS.text("calendar.name-missing"));
        }
        if (legalBasis.isEmpty() || legalBasis.length() > LONGEST) {
            errors.add("legalBasis", TEXTS.text("calendar.basis-missing"));
        }
        if (day.isPresent() && known.isPresent() && !ExceptionalDay.fits(day.get(), known.get())) {
            errors.add("kind", TEXTS.text("calendar.kind-misfit"));
        }
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        LocalText name = new LocalText(nameVi, nameEn.isEmpty() ? nameVi : nameEn);
        return Optional.of(
                CalendarChange.set(new ExceptionalDay(day.orElseThrow(), known.orElseThrow(), name, legalBasis)));
    }
}
