package vn.kientao.reform.steering.web.discipline;

import java.util.List;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.report.Fact;
import vn.kientao.reform.steering.domain.report.FactKind;
import vn.kientao.reform.steering.web.AgencyNames;

/**
 * The records behind a number of inspections or pilots of an agency.
 *
 * @param agency its name
 */
public record AgencyFactsModel(
        AgencyNames names, String agency, FactKind kind, Period period, List<Fact> rows, boolean first, boolean more) {
    public AgencyFactsModel {
        rows = List.copyOf(rows);
    }

    public Page page() {
        return names.page();
    }

    public String next() {
        return more ? page().with("after", "" + rows.get(rows.size() - 1).id()) : "";
    }
}
