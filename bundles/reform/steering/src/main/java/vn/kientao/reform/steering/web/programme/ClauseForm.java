package vn.kientao.reform.steering.web.programme;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.domain.programme.Clause;
import vn.kientao.reform.steering.web.FormReader;

/** Reads the form of a clause. */
final class ClauseForm {
    private static final TextBundle TEXTS = TextBundle.of(ClauseForm.class);
    private static final int WORDS = 2_000;
    private static final int MOST_POSITION = 99_999;

    private final Request request;
    private final FormErrors errors;
    private final FormReader reader;

    ClauseForm(Request request, FormErrors errors) {
        this.request = request;
        this.errors = errors;
        this.reader = new FormReader(request, errors);
    }

    /** What stands in the fields for a clause; the agencies that help behind each other, with commas. */
    static Map<String, String> of(Clause clause, Programmes.Course course) {
        Map<String, String> values = new HashMap<>();
        values.put("version", "" + clause.version());
        values.put("position", "" + clause.position());
        values.put("area", clause.area());
        values.put("summaryVi", clause.summary().vi());
        values.put("summaryEn", clause.summary().en());
        course.clauses().stream()
                .filter(one -> clause.parent().equals(Optional.of(one.id())))
                .forEach(one -> values.put("parent", one.code()));
        values.put("lead", clause.lead().orElse(""));
        values.put("cooperating", String.join(",", clause.cooperating()));
        values.put("due", clause.due().map(Formats::date).orElse(""));
        values.put("to", clause.validTo().map(Formats::date).orElse(""));
        return values;
    }

    /**
     * The clause that the form says; empty when something is wrong with it.
     *
     * @param old the one that is changed
     * @param agency whether there is an agency of a code
     */
    Optional<Clause> read(Optional<Clause> old, Programmes.Course course, List<Area> areas, Predicate<String> agency) {
        String code = old.map(Clause::code).orElseGet(() -> reader.code("code"));
        int position = reader.number("position", 1, MOST_POSITION);
        LocalText summary = new LocalText(reader.text("summaryVi", 1, WORDS), reader.text("summaryEn", 1, WORDS));
        String area = request.field("area").orElse("");
        if (areas.stream().noneMatch(one -> one.code().equals(area))) {
            errors.add("area", TEXTS.text("task.error.area", area));
        }
        Optional<Long> parent = parent(old, course);
        Optional<String> lead = reader.field("lead");
        lead.filter(one -> !agency.test(one))
                .ifPresent(one -> errors.add("lead", TEXTS.text("task.error.agency", one)));
        Set<String> cooperating = new HashSet<>(request.fieldAll("cooperating"));
        cooperating.stream()
                .filter(one -> !agency.test(one))
                .forEach(one -> errors.add("cooperating", TEXTS.text("task.error.agency", one)));
        lead.filter(cooperating::contains)
                .ifPresent(one -> errors.add("cooperating", TEXTS.text("task.error.cooperates", one)));
        Optional<LocalDate> due = reader.day("due");
        Optional<LocalDate> to = reader.day("to");
        return errors.isEmpty()
                ? Optional.of(new Clause(
                        old.map(Clause::id).orElse(0L),
                        old.map(Clause::version).orElse(1L),
                        course.document().id(),
                        code,
                        position,
                        area,
                        summary,
                        parent,
                        lead,
                        cooperating,
                        due,
                        to))
                : Optional.empty();
    }

    /** The clause that it is a point of; neither itself nor one of its own points. */
    private Optional<Long> parent(Optional<Clause> old, Programmes.Course course) {
        Optional<String> given = reader.field("parent");
        Optional<Clause> found = given.flatMap(course::clause)
                .filter(one -> old.filter(self -> course.within(one, self)).isEmpty());
        if (given.isPresent() && found.isEmpty()) {
            errors.add("parent", TEXTS.text("programme.error.parent", given.get()));
        }
        return found.map(Clause::id);
    }
}
