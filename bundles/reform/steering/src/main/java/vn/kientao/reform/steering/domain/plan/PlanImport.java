package vn.kientao.reform.steering.domain.plan;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * A sheet that was handed in for a plan.
 *
 * @param rows by number as a spreadsheet program shows it, each cell by the field it fills
 */
public record PlanImport(
        long id, long plan, String fileName, boolean committed, Map<Integer, Map<String, String>> rows) {
    public PlanImport {
        requireNonNull(fileName, "fileName");
        requireNonNull(rows, "rows");
    }
}
