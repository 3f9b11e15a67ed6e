package vn.kientao.reform.steering.web.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.inspection.Inspections;
import vn.kientao.reform.steering.domain.Happening;
import vn.kientao.reform.steering.domain.file.StoredFile;
import vn.kientao.reform.steering.domain.inspection.Finding;
import vn.kientao.reform.steering.domain.inspection.FindingKind;
import vn.kientao.reform.steering.domain.inspection.FindingState;
import vn.kientao.reform.steering.domain.inspection.Visit;
import vn.kientao.reform.steering.domain.inspection.VisitAction;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.web.AgencyNames;

/**
 * The page of a visit.
 *
 * @param form what was typed into the step that its value of that name tells
 * @param actions what the reader may do now
 * @param people name by account
 */
public record VisitModel(
        FormView form,
        Inspections.View view,
        LocalDate today,
        List<VisitAction> actions,
        boolean adds,
        List<Area> areas,
        AgencyNames names,
        Map<String, String> people,
        List<StoredFile> files) {
    public VisitModel {
        actions = List.copyOf(actions);
        areas = List.copyOf(areas);
        people = Map.copyOf(people);
        files = List.copyOf(files);
    }

    public Page page() {
        return form.page();
    }

    public Visit visit() {
        return view.visit();
    }

    public String style() {
        return VisitWords.style(visit().state());
    }

    public String style(Finding one) {
        return VisitWords.style(one.state());
    }

    public boolean late() {
        return visit().overdue(today);
    }

    public List<FindingKind> kinds() {
        return List.of(FindingKind.values());
    }

    public String area(String code) {
        return areas.stream()
                .filter(area -> area.code().equals(code))
                .findFirst()
                .map(area -> page().texts().get(area.name()))
                .orElse(code);
    }

    /** The steps that stand beside the visit; the remedy stands with its finding. */
    public List<VisitAction> beside() {
        return actions.stream().filter(action -> action != VisitAction.REMEDY).toList();
    }

    /** Whether the reader may say now what was done about a finding. */
    public boolean remedies(Finding one) {
        return actions.contains(VisitAction.REMEDY) && one.kind().remediable() && one.state() != FindingState.REMEDIED;
    }

    /** The findings of which some may be returned. */
    public List<Finding> reported() {
        return view.findings().stream()
                .filter(one -> one.state() == FindingState.REPORTED)
                .toList();
    }

    /** Whether this is the step that could not be taken. */
    public boolean failed(VisitAction action) {
        return action.word().equals(form.value("action"));
    }

    public boolean failed(Finding one) {
        return failed(VisitAction.REMEDY) && form.value("finding").equals("" + one.id());
    }

    public String id(VisitAction action, String field) {
        return failed(action) ? field : field + "-" + action.word();
    }

    public String value(VisitAction action, String field) {
        if (failed(action)) {
            return form.value(field);
        }
        return switch (field) {
            case "symbol" -> "TB-" + visit().inspector();
            case "day" -> Formats.date(today);
            case "note" -> action == VisitAction.SELF_REPORT ? visit().selfReport() : "";
            default -> "";
        };
    }

    public Optional<String> error(VisitAction action, String field) {
        return failed(action) ? form.error(field) : Optional.empty();
    }

    public String who(Happening<VisitAction> event) {
        return people.getOrDefault(event.account(), event.account()) + ", " + names.of(event.agency());
    }

    /** What happened, without what the unit may not see yet. */
    public List<Happening<VisitAction>> events() {
        boolean all = view.shown().size() == view.findings().size();
        return view.events().stream()
                .filter(event -> all || event.action() != VisitAction.FIND)
                .toList();
    }

    public String file(StoredFile file) {
        return page().link("/inspections/" + visit().code() + "/files/" + file.id());
    }

    public String size(StoredFile file) {
        return Formats.number((file.size() + 1023) / 1024) + " KB";
    }
}
