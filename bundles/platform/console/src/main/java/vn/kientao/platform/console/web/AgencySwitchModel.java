package vn.kientao.platform.console.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/**
 * For which agencies a module is on.
 *
 * @param words what was searched for
 * @param only {@code on}, {@code off}; empty for all
 * @param found how many fit
 * @param next code behind which the next page begins; empty on the last page
 */
public record AgencySwitchModel(
        Page page,
        ModuleHead head,
        String words,
        String only,
        int found,
        int on,
        int off,
        List<Row> rows,
        String next) {

    public AgencySwitchModel {
        rows = List.copyOf(rows);
    }

    /**
     * An agency.
     *
     * @param version what serves it when that is not the release of everybody; else empty
     */
    public record Row(String code, String name, boolean on, boolean offered, String version) {}
}
