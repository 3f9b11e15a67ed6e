package vn.kientao.platform.console.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/** The versions of a module that were received, newest first. */
public record HistoryModel(Page page, ModuleHead head, List<Row> rows) {

    public HistoryModel {
        rows = List.copyOf(rows);
    }

    /**
     * A version.
     *
     * @param agencies whom it serves although another version serves the others
     * @param returnable whether it may be gone back to
     */
    public record Row(
            String version,
            Tag tag,
            String servedAt,
            String publisher,
            String checksum,
            String agencies,
            String problem,
            boolean returnable) {}
}
