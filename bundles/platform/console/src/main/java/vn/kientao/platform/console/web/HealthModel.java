package vn.kientao.platform.console.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/**
 * How a module is, and what it has done for each agency on this node.
 *
 * @param isolated its releases in quarantine
 */
public record HealthModel(Page page, ModuleHead head, String since, List<Isolated> isolated, List<Row> rows) {

    public HealthModel {
        isolated = List.copyOf(isolated);
        rows = List.copyOf(rows);
    }

    /** A release in quarantine, and why. */
    public record Isolated(String version, String reason, String since) {}

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
