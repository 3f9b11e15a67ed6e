package vn.kientao.reform.procedures.web.quality;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.procedures.domain.quality.Points;
import vn.kientao.reform.procedures.domain.quality.QualityEntry;
import vn.kientao.reform.procedures.domain.quality.QualityIndex;

/** Reads the form of a finding; every refusal names field, value and expectation. */
final class EntryForm {
    private static final TextBundle TEXTS = TextBundle.of(EntryForm.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu");
    private static final int LONGEST = 400;

    private final Request request;
    private final FormErrors errors;

    EntryForm(Request request, FormErrors errors) {
        this.request = request;
        this.errors = errors;
    }

    Optional<QualityEntry> entry(LocalDateTime now) {
        Optional<QualityIndex> index = index();
        Optional<LocalDate> day = day(now.toLocalDate());
        Points points = new Points(count("two"), count("one"), count("none"));
        if (points.dossiers() == 0) {
            errors.add("two", TEXTS.text("quality.error.nothing"));
        }
        String source = request.field("source").orElse("");
        if (source.isEmpty() || source.length() > LONGEST) {
            errors.add("source", TEXTS.text("quality.error.source", "" + source.length()));
        }
        if (!errors.isEmpty() || index.isEmpty() || day.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new QualityEntry(
                request.field("account").orElse(""),
                index.get(),
                day.get(),
                points,
                source,
                request.actor().account(),
                now));
    }

    private Optional<QualityIndex> index() {
        String given = request.field("index").orElse("");
        Optional<QualityIndex> index =
                given.matches("\\d") ? QualityIndex.of(Integer.parseInt(given)) : Optional.empty();
        if (index.isEmpty()) {
            errors.add("index", TEXTS.text("quality.error.index", given));
        }
        return index;
    }

    private Optional<LocalDate> day(LocalDate today) {
        String given = request.field("day").orElse("");
        try {
            LocalDate day = LocalDate.parse(given, DAY);
            if (!day.isAfter(today)) {
                return Optional.of(day);
            }
            errors.add("day", TEXTS.text("quality.error.day", given));
        } catch (DateTimeException e) {
            errors.add("day", TEXTS.text("quality.error.day", given));
        }
        return Optional.empty();
    }

    private int count(String field) {
        String given = request.field(field).orElse("0");
        if (!given.matches("\\d{1,6}")) {
            errors.add(field, TEXTS.text("quality.error.count", given));
            return 0;
        }
        return Integer.parseInt(given);
    }
}
