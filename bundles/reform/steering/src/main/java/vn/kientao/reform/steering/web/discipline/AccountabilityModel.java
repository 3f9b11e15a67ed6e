package vn.kientao.reform.steering.web.discipline;

import java.util.List;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.discipline.Accountability;
import vn.kientao.reform.steering.domain.discipline.Followed;
import vn.kientao.reform.steering.domain.report.FactKind;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** What heads answer for; each number opens its list. */
public record AccountabilityModel(
        FormView form, Period period, List<Accountability> rows, boolean all, AgencyNames names) {
    public AccountabilityModel {
        rows = List.copyOf(rows);
    }

    public Page page() {
        return form.page();
    }

    public boolean province() {
        return page().can(SteeringPermissions.PROVINCE);
    }

    /** Who has something to answer for; the own agency also without. */
    public List<Accountability> duties() {
        return rows.stream().filter(row -> !all || !row.clear()).toList();
    }

    /** Where something was inspected or is tried; the own agency also without. */
    public List<Accountability> checked() {
        return rows.stream().filter(row -> !all || !row.facts().isEmpty()).toList();
    }

    public List<FactKind> kinds() {
        return FactKind.CHECKED;
    }

    /** The records behind a number of inspections or pilots. */
    public String facts(Accountability row, FactKind kind) {
        return "/" + row.agency() + "/steering/accountability/" + kind.word() + "?from=" + period.from() + "&to="
                + period.to();
    }

    public List<Followed> outcomes() {
        return List.of(Followed.values());
    }

    public String tasks(Accountability row, String standing) {
        return "/" + row.agency() + "/steering/tasks?standing=" + standing;
    }

    public String obstacles(Accountability row, String more) {
        return "/" + row.agency() + "/steering/obstacles?side=HOLDER&from=" + period.from() + "&to=" + period.to()
                + more;
    }

    public String breaches(Accountability row, Followed followed) {
        return "/" + row.agency() + "/steering/discipline?followed=" + followed + "&from=" + period.from() + "&to="
                + period.to();
    }
}
