package vn.kientao.reform.steering.web.task;

import java.util.List;
import java.util.Map;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.domain.task.Part;
import vn.kientao.reform.steering.domain.task.Term;

/**
 * The form that gives a task.
 *
 * @param people of the agency that gives it, by account
 */
public record TaskFormModel(
        FormView form, List<Area> areas, List<Agency> agencies, Map<String, String> people, Texts texts) {
    public TaskFormModel {
        areas = List.copyOf(areas);
        agencies = List.copyOf(agencies);
    }

    public List<Term> terms() {
        return List.of(Term.values());
    }

    public List<Part> parts() {
        return List.of(Part.COOPERATE, Part.APPROVE, Part.WATCH);
    }

    /** Whether the agency was chosen for this part. */
    public boolean chosen(Part part, Agency agency) {
        return List.of(form.value(part.name()).split(",")).contains(agency.code());
    }
}
