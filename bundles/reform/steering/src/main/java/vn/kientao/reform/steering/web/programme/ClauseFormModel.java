package vn.kientao.reform.steering.web.programme;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.programme.Area;
import vn.kientao.reform.steering.domain.programme.Clause;

/**
 * The form of a clause.
 *
 * @param old the one that is changed; empty for a new one
 * @param agencies those of today, and those that the clause names
 */
public record ClauseFormModel(
        FormView form, Programmes.Course course, Optional<Clause> old, List<Area> areas, List<Agency> agencies) {
    public ClauseFormModel {
        areas = List.copyOf(areas);
        agencies = List.copyOf(agencies);
    }

    public Page page() {
        return form.page();
    }

    public String name(LocalText text) {
        return page().texts().get(text);
    }

    public boolean is(String field, String value) {
        return form.value(field).equals(value);
    }

    public boolean helps(Agency agency) {
        return Arrays.asList(form.value("cooperating").split(",", -1)).contains(agency.code());
    }

    /** The clauses that it can be a point of. */
    public List<Clause> parents() {
        return course.clauses().stream()
                .filter(one -> old.filter(self -> course.within(one, self)).isEmpty())
                .toList();
    }

    public String action() {
        return page().link("/programme/" + course.document().code() + "/clauses/"
                + old.map(Clause::code).orElse("new"));
    }

    public String back() {
        return page().link("/programme/" + course.document().code());
    }
}
