package vn.kientao.reform.steering.web.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.reform.steering.domain.plan.ItemWords;
import vn.kientao.reform.steering.domain.plan.Plan;
import vn.kientao.reform.steering.domain.plan.PlanImport;

/** What the rows of a sheet would become, each with its mistakes. */
public final class PlanDryRun {
    private final List<Row> rows;

    PlanDryRun(PlanImport sheet, Plan plan, PlanTerms terms) {
        rows = sheet.rows().entrySet().stream()
                .map(row -> row(row.getKey(), row.getValue(), plan, terms))
                .toList();
    }

    private static Row row(int number, Map<String, String> cells, Plan plan, PlanTerms terms) {
        FormErrors errors = new FormErrors();
        Optional<ItemWords> words = new ItemFields(terms, plan, cells, errors).read();
        return new Row(number, cells, words, errors.all());
    }

    /** A row of a sheet. */
    public record Row(
            int number, Map<String, String> cells, Optional<ItemWords> words, List<Problem.FieldError> errors) {
        public Row {
            cells = Map.copyOf(cells);
            errors = List.copyOf(errors);
        }
    }

    List<Row> rows() {
        return rows;
    }

    boolean clean() {
        return wrong() == 0;
    }

    long wrong() {
        return rows.stream().filter(row -> !row.errors().isEmpty()).count();
    }

    List<ItemWords> items() {
        return rows.stream().flatMap(row -> row.words().stream()).toList();
    }
}
