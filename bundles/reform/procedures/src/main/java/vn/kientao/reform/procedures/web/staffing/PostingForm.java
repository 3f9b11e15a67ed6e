package vn.kientao.reform.procedures.web.staffing;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.procedures.domain.staffing.FeeNote;
import vn.kientao.reform.procedures.domain.staffing.Grade;
import vn.kientao.reform.procedures.domain.staffing.Posting;

/** Reads the forms of a posting and of a fee note; every refusal names field, value and expectation. */
final class PostingForm {
    private static final TextBundle TEXTS = TextBundle.of(PostingForm.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");

    private final Request request;
    private final FormErrors errors;

    PostingForm(Request request, FormErrors errors) {
        this.request = request;
        this.errors = errors;
    }

    /** @param id 0 for a new one */
    Optional<Posting> posting(long id) {
        String desk = text("desk", 1, 200);
        String person = text("person", 1, 200);
        Optional<Grade> grade = Grade.of(request.field("grade").orElse(""));
        if (grade.isEmpty()) {
            errors.add(
                    "grade",
                    TEXTS.text("staffing.error.grade", request.field("grade").orElse("")));
        }
        int years = (int) number("years", 60);
        Optional<LocalDate> from = day("from");
        Optional<LocalDate> to = day("to");
        String decision = text("decision", 1, 400);
        String note = text("note", 0, 1000);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            errors.add("to", TEXTS.text("staffing.error.order", Formats.date(to.get()), Formats.date(from.get())));
        }
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Posting(
                id,
                number("version", Long.MAX_VALUE),
                desk,
                person,
                request.field("reserve").isPresent(),
                grade.orElseThrow(),
                years,
                request.field("good").isPresent(),
                from.orElseThrow(),
                to.orElseThrow(),
                decision,
                note));
    }

    /** What stands in the fields for a posting that is there. */
    static Map<String, String> values(Posting posting) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("version", "" + posting.version());
        values.put("desk", posting.desk());
        values.put("person", posting.person());
        if (posting.reserve()) {
            values.put("reserve", "1");
        }
        values.put("grade", posting.grade().name());
        values.put("years", "" + posting.years());
        if (posting.ratedGood()) {
            values.put("good", "1");
        }
        values.put("from", Formats.date(posting.from()));
        values.put("to", Formats.date(posting.to()));
        values.put("decision", posting.decision());
        values.put("note", posting.note());
        return values;
    }

    Optional<FeeNote> feeNote() {
        int year = (int) number("year", 2100);
        int quarter = (int) number("quarter", 4);
        if (year < 2018) {
            errors.add("year", TEXTS.text("staffing.error.number", "" + year, "2100"));
        }
        if (quarter < 1) {
            errors.add("quarter", TEXTS.text("staffing.error.number", "" + quarter, "4"));
        }
        long amount = number("amount", 999_999_999_999L);
        String document = text("document", 1, 400);
        Optional<LocalDate> day = day("settled");
        return errors.isEmpty()
                ? Optional.of(new FeeNote(year, quarter, BigDecimal.valueOf(amount), document, day.orElseThrow()))
                : Optional.empty();
    }

    private String text(String field, int least, int most) {
        String given = request.field(field).orElse("");
        if (given.length() < least || given.length() > most) {
            errors.add(field, TEXTS.text("staffing.error.length", "" + given.length(), "" + least, "" + most));
        }
        return given;
    }

    private long number(String field, long most) {
        String given = request.field(field).orElse("0").replace(".", "");
        if (!given.matches("\\d{1,18}") || Long.parseLong(given) > most) {
            errors.add(field, TEXTS.text("staffing.error.number", given, "" + most));
            return 0;
        }
        return Long.parseLong(given);
    }

    private Optional<LocalDate> day(String field) {
        String given = request.field(field).orElse("");
        try {
            return Optional.of(LocalDate.parse(given, DAY));
        } catch (DateTimeException e) {
            errors.add(field, TEXTS.text("staffing.error.day", given));
            return Optional.empty();
        }
    }
}
