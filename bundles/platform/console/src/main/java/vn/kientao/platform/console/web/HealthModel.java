package vn.kientao.platform.console.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/** How a module is, and what it has done for each agency on this node. */
public record HealthModel(Page page, ModuleHead head, String since, List<Row> rows) {

    public HealthModel {
        rows = List.copyOf(rows);
    }

    /** What one release has done for one agency. */
    public record Row(
            String agency,
            String version,
            String requests,
            String errors,
            String share,
            boolean errs,
            String time,
            String p95,
            String database,
            String allocated) {}
}
