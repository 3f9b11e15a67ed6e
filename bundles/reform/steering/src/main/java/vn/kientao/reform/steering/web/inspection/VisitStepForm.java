package vn.kientao.reform.steering.web.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.kientao.platform.api.documents.LetterNumber;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.reform.steering.app.inspection.InspectionStep;
import vn.kientao.reform.steering.app.inspection.Inspections;
import vn.kientao.reform.steering.domain.inspection.Finding;
import vn.kientao.reform.steering.domain.inspection.FindingKind;
import vn.kientao.reform.steering.domain.inspection.FindingState;
import vn.kientao.reform.steering.domain.inspection.VisitAction;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.web.FormReader;

/** Reads a step of a visit, from a form or from a program. */
final class VisitStepForm {
    private static final TextBundle TEXTS = TextBundle.of(VisitStepForm.class);
    private static final int NOTE = 4_000;
    private static final int GROUND = 500;
    private static final int WORD = 60;
    private static final int MOST = 99_999;

    private final FormReader reader;
    private final List<Area> areas;
    private final LocalDate today;

    VisitStepForm(FormReader reader, List<Area> areas, LocalDate today) {
        this.reader = reader;
        this.areas = List.copyOf(areas);
        this.today = today;
    }

    /**
     * The step; empty when something is wrong with it.
     *
     * @param chosen ids of findings, as they were sent
     */
    Optional<InspectionStep> step(Inspections.View view, VisitAction action, List<String> chosen) {
        InspectionStep step = switch (action) {
            case FIND -> find();
            case NOTICE -> notice(view);
            case REMEDY, RETURN ->
                InspectionStep.about(action, reader.text("note", 1, NOTE), findings(view, action, chosen));
            case REPORT -> report(view);
            case PLAN, SELF_REPORT, VISIT, ACCEPT, CANCEL ->
                InspectionStep.of(action, reader.text("note", action.needsNote() ? 1 : 0, NOTE));
        };
        return reader.errors().isEmpty() ? Optional.of(step) : Optional.empty();
    }

    private InspectionStep find() {
        Optional<FindingKind> kind = reader.field("kind").flatMap(FindingKind::of);
        if (kind.isEmpty()) {
            reader.errors().add("kind", TEXTS.text("inspection.error.kind"));
        }
        String area = reader.field("area").orElse("");
        if (areas.stream().noneMatch(one -> one.code().equals(area))) {
            reader.errors().add("area", TEXTS.text("task.error.area", area));
        }
        String words = reader.text("words", 1, NOTE);
        boolean grounded = kind.filter(FindingKind::remediable).isPresent();
        String ground = reader.text("ground", grounded ? 1 : 0, GROUND);
        String criterion = reader.text("criterion", 0, WORD);
        return InspectionStep.find(
                Finding.found(kind.orElse(FindingKind.STRENGTH), area, words, ground, criterion, today));
    }

    private InspectionStep notice(Inspections.View view) {
        String conclusion = reader.text("note", 1, NOTE);
        int number = reader.number("number", 1, MOST);
        String symbol = reader.text("symbol", 1, WORD);
        Optional<LocalDate> day = reader.neededDay("day");
        if (day.filter(one -> one.isAfter(today) || one.isBefore(view.visit().on()))
                .isPresent()) {
            reader.errors()
                    .add(
                            "day",
                            TEXTS.text(
                                    "inspection.error.day", reader.field("day").orElse("")));
        }
        String whole = symbol.isBlank() ? "" : new LetterNumber(number, symbol).toString();
        return InspectionStep.notice(conclusion, whole, day.orElse(today));
    }

    /** Everything that has to be remedied needs to have been answered. */
    private InspectionStep report(Inspections.View view) {
        long open = view.findings().stream()
                .filter(one -> one.state() == FindingState.OPEN)
                .count();
        if (open > 0) {
            reader.errors().add("note", TEXTS.text("inspection.error.open", "" + open));
        }
        return InspectionStep.of(VisitAction.REPORT, reader.text("note", 0, NOTE));
    }

    private Set<Long> findings(Inspections.View view, VisitAction action, List<String> chosen) {
        Set<Long> ids = view.findings().stream()
                .filter(one -> chosen.contains("" + one.id()))
                .filter(one -> one.kind().remediable())
                .map(Finding::id)
                .collect(Collectors.toSet());
        boolean one = action == VisitAction.REMEDY;
        if (ids.size() != chosen.size() || (one && ids.size() != 1)) {
            reader.errors().add("note", TEXTS.text("inspection.error.finding", String.join(", ", chosen)));
        }
        return ids;
    }
}
