package vn.kientao.reform.steering.web.discipline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.kientao.platform.api.indicator.Period;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.discipline.Accountability;
import vn.kientao.reform.steering.domain.discipline.Followed;
import vn.kientao.reform.steering.domain.report.FactKind;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;

/**
 * What heads answer for; each number opens its list.
 *
 * @param with codes of the reader's agency and of all whose work it took over
 */
public record AccountabilityModel(
        FormView form, Period period, List<Accountability> rows, boolean all, Set<String> with, AgencyNames names) {
    public AccountabilityModel {
        rows = List.copyOf(rows);
        with = Set.copyOf(with);
    }

    /** The agencies whose work the reader's agency took over; none in the list of the province. */
    public List<String> predecessors() {
        return all
                ? List.of()
                : with.stream()
                        .filter(code -> !page().agencyCode().equals(Optional.of(code)))
                        .sorted()
                        .toList();
    }

    /** The records that stayed with an agency. */
    public String records(String code) {
        return page().link("/discipline?at=" + code);
    }

    public Page page() {
        return form.page();
    }

    public boolean province() {
        return page().can(SteeringPermissions.PROVINCE);
    }

    private boolean own(Accountability row) {
        return !all && page().agencyCode().equals(Optional.of(row.agency()));
    }

    /** Who has something to answer for; the own agency also without. */
    public List<Accountability> duties() {
        return rows.stream().filter(row -> own(row) || !row.clear()).toList();
    }

    /** Where something was inspected or is tried; the own agency also without. */
    public List<Accountability> checked() {
        return rows.stream().filter(row -> own(row) || !row.facts().isEmpty()).toList();
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
        return page().link("/tasks?standing=" + standing + at(row));
    }

    public String obstacles(Accountability row, String more) {
        return "/" + row.agency() + "/steering/obstacles?side=HOLDER&from=" + period.from() + "&to=" + period.to()
                + more;
    }

    public String breaches(Accountability row, Followed followed) {
        return page().link(
                        "/discipline?followed=" + followed + "&from=" + period.from() + "&to=" + period.to() + at(row));
    }

    /** Names the agency when it is another one than the reader's. */
    private String at(Accountability row) {
        return page().agencyCode().equals(Optional.of(row.agency())) ? "" : "&at=" + row.agency();
    }
}
