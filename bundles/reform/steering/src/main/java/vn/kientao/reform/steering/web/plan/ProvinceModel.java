package vn.kientao.reform.steering.web.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanState;
import vn.kientao.reform.steering.web.AgencyNames;
import vn.kientao.reform.steering.web.SteeringPermissions;

/** How far the plans of a year are, agency by agency. */
public record ProvinceModel(FormView form, int year, List<Row> rows, AgencyNames names) {
    public ProvinceModel {
        rows = List.copyOf(rows);
    }

    /**
     * @param plan the newest edition; empty when the agency has none
     * @param before those of the agencies whose work it took over
     */
    public record Row(Agency agency, Optional<Plan> plan, List<Plan> before) {
        public Row {
            before = List.copyOf(before);
        }

        /** Whether the standing office still waits for it. */
        public boolean missing() {
            boolean handedIn = plan.filter(one -> !one.state().editable() || one.edition() > 1)
                    .isPresent();
            return !handedIn && before.stream().noneMatch(one -> one.state().inForce());
        }
    }

    public Page page() {
        return form.page();
    }

    public String name(Row row) {
        return page().texts().get(row.agency().name());
    }

    public String state(Row row) {
        return page().text(row.plan().map(plan -> plan.state().textKey()).orElse("plan.state.none"));
    }

    public String style(Row row) {
        return row.plan().map(plan -> PlanModel.style(plan.state())).orElse("kt-tag kt-tag-late");
    }

    public long missing() {
        return rows.stream().filter(Row::missing).count();
    }

    public boolean urges() {
        return missing() > 0 && page().can(SteeringPermissions.APPRAISE);
    }

    /** How many plans are in each state, those without a plan first. */
    public List<Map.Entry<String, Long>> counts() {
        return Stream.concat(
                        Stream.of(Map.entry(
                                page().text("plan.state.none"),
                                rows.stream()
                                        .filter(row -> row.plan().isEmpty())
                                        .count())),
                        Arrays.stream(PlanState.values())
                                .map(state -> Map.entry(
                                        page().text(state.textKey()),
                                        rows.stream()
                                                .filter(row -> row.plan()
                                                        .filter(plan -> plan.state() == state)
                                                        .isPresent())
                                                .count())))
                .filter(count -> count.getValue() > 0)
                .toList();
    }
}
