package vn.kientao.reform.steering.web.plan;

import java.util.List;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanImport;

/** A sheet with what its rows would become. */
public record PlanImportModel(FormView form, Plan plan, PlanImport sheet, List<PlanDryRun.Row> rows) {
    public PlanImportModel {
        rows = List.copyOf(rows);
    }

    public Page page() {
        return form.page();
    }

    public long wrong() {
        return rows.stream().filter(row -> !row.errors().isEmpty()).count();
    }

    public boolean ready() {
        return wrong() == 0 && !sheet.committed();
    }

    public String cell(PlanDryRun.Row row, String field) {
        return row.cells().getOrDefault(field, "");
    }

    public String said(Problem.FieldError error) {
        return page().text("plan.column." + error.field()) + ": "
                + error.message().in(page().locale());
    }
}
