package vn.kientao.reform.steering.web.programme;

import java.util.List;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.programme.Programmes;
import vn.kientao.reform.steering.domain.programme.Clause;

/**
 * The page on which the tasks of a document are given.
 *
 * @param agencies those that exist today
 */
public record GiveModel(FormView form, Programmes.Course course, List<Agency> agencies) {
    public GiveModel {
        agencies = List.copyOf(agencies);
    }

    public Page page() {
        return form.page();
    }

    /** The clauses that nobody has a task for. */
    public List<Clause> clauses() {
        return course.open();
    }

    public String summary(Clause clause) {
        return page().texts().get(clause.summary());
    }

    public String name(Agency agency) {
        return page().texts().get(agency.name());
    }

    public boolean chosen(Clause clause) {
        return form.checked("clause-" + clause.id());
    }

    public boolean leads(Clause clause, Agency agency) {
        return form.value("lead-" + clause.id()).equals(agency.code());
    }

    public String back() {
        return page().link("/programme/" + course.document().code());
    }
}
