package vn.kientao.reform.steering.web.inspection;

import java.util.List;
import vn.kientao.platform.api.table.FileLinks;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.app.inspection.Inspections;
import vn.kientao.reform.steering.domain.inspection.Visit;
import vn.kientao.reform.steering.domain.inspection.VisitState;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;

/**
 * A list of visits.
 *
 * @param overdue how many remedies are overdue
 * @param year of the plan whose coverage is shown
 */
public record VisitListModel(
        VisitListQuery query,
        List<Visit> rows,
        boolean more,
        long overdue,
        Inspections.Coverage coverage,
        int year,
        AgencyNames names) {
    public VisitListModel {
        rows = List.copyOf(rows);
    }

    public Page page() {
        return names.page();
    }

    public FormView form() {
        return query.form();
    }

    public FileLinks files() {
        return new FileLinks(page(), "/inspections");
    }

    public boolean inspects() {
        return page().can(SteeringPermissions.INSPECT);
    }

    public boolean province() {
        return page().can(SteeringPermissions.PROVINCE);
    }

    public boolean all() {
        return query.all();
    }

    public boolean narrowed() {
        return query.narrowed();
    }

    public List<VisitState> states() {
        return List.of(VisitState.values());
    }

    public String style(Visit one) {
        return VisitWords.style(one.state());
    }

    public boolean late(Visit one) {
        return one.overdue(query.filter().today());
    }

    public String due(Visit one) {
        return one.notice().map(notice -> Formats.date(notice.remedyDue())).orElse("");
    }

    public String list(String more) {
        return page().link("/inspections?" + (all() ? "scope=all&" : "") + more);
    }

    public String next() {
        return more ? page().with("after", "" + rows.get(rows.size() - 1).id()) : "";
    }

    public boolean first() {
        return query.before() == Long.MAX_VALUE;
    }
}
