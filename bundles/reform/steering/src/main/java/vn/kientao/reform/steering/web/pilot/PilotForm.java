package vn.kientao.reform.steering.web.pilot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Request;
import vn.kientao.reform.steering.app.pilot.PilotStep;
import vn.kientao.reform.steering.domain.pilot.Measure;
import vn.kientao.reform.steering.domain.pilot.Pilot;
import vn.kientao.reform.steering.domain.pilot.PilotAction;
import vn.kientao.reform.steering.domain.pilot.PilotOutcome;
import vn.kientao.reform.steering.domain.pilot.PilotPlan;
import vn.kientao.reform.steering.domain.pilot.PilotValue;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.web.Acts;
import vn.kientao.reform.steering.web.FormReader;

/** Reads the forms of pilots: the proposal, a step, a measure, a value. */
final class PilotForm {
    private static final TextBundle TEXTS = TextBundle.of(PilotForm.class);
    private static final int TITLE = 500;
    private static final int WORDS = 2_000;
    private static final int DOCUMENT = 200;
    private static final int NAME = 300;
    private static final int UNIT = 60;
    private static final int EVIDENCE = 1_000;

    private final Request request;
    private final FormErrors errors;
    private final FormReader reader;
    private final Agencies agencies;

    PilotForm(Request request, FormErrors errors, Agencies agencies) {
        this.request = request;
        this.errors = errors;
        this.reader = new FormReader(request, errors);
        this.agencies = agencies;
    }

    private LocalDate today() {
        return Acts.today(request);
    }

    /** The form must have seen the present version. */
    PilotForm seen(Pilot pilot) {
        if (!request.field("version").orElse("").equals("" + pilot.version())) {
            errors.add("version", TEXTS.text("pilot.problem.stale"));
        }
        return this;
    }

    /** What is proposed; empty when something is wrong with it. */
    Optional<PilotPlan> plan(List<Area> areas, Set<String> modules) {
        String title = reader.text("title", 1, TITLE);
        String goal = reader.text("goal", 1, WORDS);
        String baseline = reader.text("baseline", 1, WORDS);
        String area = request.field("area").orElse("");
        if (areas.stream().noneMatch(one -> one.code().equals(area))) {
            errors.add("area", TEXTS.text("task.error.area", area));
        }
        String module = request.field("module").orElse("");
        if (!module.isEmpty() && !modules.contains(module)) {
            errors.add("module", TEXTS.text("pilot.error.module", module));
        }
        Set<String> scope = agencies("agencies");
        Optional<LocalDate> from = reader.neededDay("from");
        Optional<LocalDate> to = reader.neededDay("to");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            errors.add("to", TEXTS.text("pilot.error.to", Formats.date(to.get()), Formats.date(from.get())));
        }
        if (!errors.isEmpty() || from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PilotPlan(title, goal, baseline, area, module, scope, from.get(), to.get()));
    }

    private Set<String> agencies(String field) {
        Set<String> codes = new HashSet<>(request.fieldAll(field));
        if (codes.isEmpty()) {
            errors.add(field, TEXTS.text("pilot.error.agencies"));
        }
        codes.stream()
                .filter(code -> agencies.find(code)
                        .filter(agency -> agency.existsOn(today()))
                        .isEmpty())
                .forEach(code -> errors.add(field, TEXTS.text("task.error.agency", code)));
        return codes;
    }

    /** A step; empty when something is wrong with it. */
    Optional<PilotStep> step(Pilot pilot, PilotAction action) {
        String note = reader.text("note", action.needsNote() ? 1 : 0, WORDS);
        String document = action.needsDocument() ? reader.text("document", 1, DOCUMENT) : "";
        PilotOutcome outcome = PilotOutcome.NONE;
        Optional<LocalDate> until = Optional.empty();
        Set<String> more = Set.of();
        if (action == PilotAction.DECIDE) {
            outcome = request.field("outcome").flatMap(PilotOutcome::of).orElse(PilotOutcome.NONE);
            if (outcome == PilotOutcome.NONE) {
                errors.add("outcome", TEXTS.text("pilot.error.outcome"));
            }
        }
        if (action == PilotAction.EXTEND) {
            until = later(pilot.plan().to());
        }
        if (outcome == PilotOutcome.WIDEN) {
            until = later(today());
            more = agencies("more");
            if (!more.isEmpty() && pilot.plan().agencies().containsAll(more)) {
                errors.add("more", TEXTS.text("pilot.error.more"));
            }
        }
        return errors.isEmpty()
                ? Optional.of(new PilotStep(action, note, document, outcome, until, more))
                : Optional.empty();
    }

    private Optional<LocalDate> later(LocalDate than) {
        Optional<LocalDate> until = reader.neededDay("until");
        if (until.filter(day -> !day.isAfter(than)).isPresent()) {
            errors.add("until", TEXTS.text("pilot.error.until", Formats.date(than)));
        }
        return until;
    }

    /** Something to measure; empty when something is wrong with it. */
    Optional<Measure> measure() {
        String name = reader.text("name", 1, NAME);
        String unit = reader.text("unit", 1, UNIT);
        Optional<BigDecimal> baseline = reader.decimal("baseline");
        String when = request.field("stopWhen").orElse("NONE");
        Optional<BigDecimal> bound = reader.decimal("stopValue");
        boolean known = Set.of("NONE", "BELOW", "ABOVE").contains(when);
        if (!known || when.equals("NONE") == bound.isPresent()) {
            errors.add("stopValue", TEXTS.text("pilot.error.stop"));
        }
        return errors.isEmpty()
                ? Optional.of(new Measure(
                        0,
                        name,
                        unit,
                        baseline,
                        bound.map(value -> new Measure.Stop(when.equals("BELOW"), value)),
                        List.of()))
                : Optional.empty();
    }

    /** The value of a period; empty when something is wrong with it. */
    Optional<PilotValue> value(Pilot pilot) {
        Optional<LocalDate> end = reader.neededDay("periodEnd");
        if (end.filter(day -> day.isBefore(pilot.plan().from())
                        || day.isAfter(pilot.plan().to()))
                .isPresent()) {
            errors.add(
                    "periodEnd",
                    TEXTS.text(
                            "pilot.error.period",
                            Formats.date(pilot.plan().from()),
                            Formats.date(pilot.plan().to())));
        }
        Optional<BigDecimal> planned = reader.decimal("planned");
        Optional<BigDecimal> actual = reader.decimal("actual");
        if (planned.isEmpty() && actual.isEmpty()) {
            errors.add("actual", TEXTS.text("pilot.error.value"));
        }
        if (actual.isPresent() && !pilot.state().running()) {
            errors.add("actual", TEXTS.text("pilot.error.not-running"));
        }
        String evidence = reader.text("evidence", actual.isPresent() ? 1 : 0, EVIDENCE);
        return errors.isEmpty() ? end.map(day -> new PilotValue(day, planned, actual, evidence)) : Optional.empty();
    }
}
