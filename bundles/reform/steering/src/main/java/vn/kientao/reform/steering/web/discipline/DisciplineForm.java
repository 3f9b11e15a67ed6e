package vn.kientao.reform.steering.web.discipline;

import java.time.LocalDate;
import java.util.Optional;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.app.discipline.Discipline;
import vn.kientao.reform.steering.domain.discipline.Breach;
import vn.kientao.reform.steering.domain.discipline.BreachAction;
import vn.kientao.reform.steering.domain.discipline.BreachKind;
import vn.kientao.reform.steering.domain.discipline.Followed;
import vn.kientao.reform.steering.domain.discipline.NewBreach;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.FormReader;

/** Reads what is recorded, and its steps. */
final class DisciplineForm {
    private static final TextBundle TEXTS = TextBundle.of(DisciplineForm.class);
    private static final int DUTY = 1_000;
    private static final int NAME = 200;
    private static final int WORDS = 2_000;
    private static final int MOST_DAYS = 9_999;

    private final Request request;
    private final FormErrors errors;
    private final FormReader reader;

    DisciplineForm(Request request, FormErrors errors) {
        this.request = request;
        this.errors = errors;
        this.reader = new FormReader(request, errors);
    }

    private LocalDate today() {
        return Acts.today(request);
    }

    /** What is recorded; empty when something is wrong with it. */
    Optional<NewBreach> breach() {
        Optional<BreachKind> kind = request.field("kind").flatMap(BreachKind::of);
        if (kind.isEmpty()) {
            errors.add("kind", TEXTS.text("discipline.error.kind"));
        }
        String task = reader.text("task", 0, 60);
        String duty = reader.text("duty", 1, DUTY);
        Optional<LocalDate> on = past("happenedOn");
        int days = request.field("daysLate").isPresent() ? reader.number("daysLate", 0, MOST_DAYS) : 0;
        String person = reader.text("person", 1, NAME);
        if (!errors.isEmpty() || kind.isEmpty() || on.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new NewBreach(request.agency().code(), kind.get(), task, duty, on.get(), days, person));
    }

    private Optional<LocalDate> past(String field) {
        Optional<LocalDate> day = reader.neededDay(field);
        if (day.filter(one -> one.isAfter(today())).isPresent()) {
            errors.add(
                    field,
                    TEXTS.text("discipline.error.future", request.field(field).orElse("")));
        }
        return day;
    }

    /** A step; empty when something is wrong with it. */
    Optional<Discipline.Step> step(Breach breach, BreachAction action) {
        if (!request.field("version").orElse("").equals("" + breach.version())) {
            errors.add("version", TEXTS.text("discipline.problem.stale"));
        }
        String note = reader.text("note", 1, WORDS);
        Breach.Outcome outcome = action == BreachAction.CLOSE ? outcome(note) : breach.outcome();
        return errors.isEmpty() ? Optional.of(new Discipline.Step(action, note, outcome)) : Optional.empty();
    }

    /** A criticism, and whatever is done by law, names its document. */
    private Breach.Outcome outcome(String note) {
        Followed followed = request.field("followed").flatMap(Followed::of).orElse(Followed.NOTHING_YET);
        if (followed == Followed.NOTHING_YET) {
            errors.add("followed", TEXTS.text("discipline.error.followed"));
        }
        boolean documented = followed == Followed.CRITICISM || followed == Followed.BY_LAW;
        String document = reader.text("document", documented ? 1 : 0, NAME);
        return new Breach.Outcome(followed, past("followedOn"), document, note);
    }
}
