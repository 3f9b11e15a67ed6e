package vn.kientao.reform.steering.web.discipline;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.table.FileLinks;
import vn.kientao.platform.api.text.Masking;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.discipline.Breach;
import vn.kientao.reform.steering.domain.discipline.BreachKind;
import vn.kientao.reform.steering.domain.discipline.BreachState;
import vn.kientao.reform.steering.domain.discipline.Followed;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;

/**
 * The register of discipline; names are masked, and shown in full on the page of one.
 *
 * @param proposed how many late tasks wait to be confirmed
 */
public record DisciplineListModel(
        Page page, DisciplineQuery query, List<Breach> rows, boolean more, int proposed, AgencyNames names) {
    public DisciplineListModel {
        rows = List.copyOf(rows);
    }

    public FormView form() {
        return query.form();
    }

    public FileLinks files() {
        return new FileLinks(page, "/discipline");
    }

    public boolean all() {
        return query.all();
    }

    /** The other agency whose records are shown. */
    public Optional<String> at() {
        return query.at();
    }

    public boolean province() {
        return page.can(SteeringPermissions.PROVINCE);
    }

    public boolean narrowed() {
        return query.narrowed();
    }

    public List<BreachKind> kinds() {
        return List.of(BreachKind.values());
    }

    public List<BreachState> states() {
        return List.of(BreachState.values());
    }

    public List<Followed> outcomes() {
        return List.of(Followed.values());
    }

    public boolean is(String field, String value) {
        return form().value(field).equals(value);
    }

    public String person(Breach breach) {
        return Masking.name(breach.what().person());
    }

    public String style(Breach breach) {
        return DisciplineWords.style(breach.state());
    }

    public boolean first() {
        return query.before() == Long.MAX_VALUE;
    }

    public String next() {
        return more ? page.with("after", "" + rows.get(rows.size() - 1).id()) : "";
    }
}
