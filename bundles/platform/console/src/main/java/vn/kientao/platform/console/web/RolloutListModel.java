package vn.kientao.platform.console.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/**
 * Rollouts, newest first.
 *
 * @param module the module that was asked for; empty for all
 * @param state {@code open}, {@code done}, {@code back}; empty for all
 * @param modules ids to choose from
 * @param next id behind which the next page begins; empty on the last page
 */
public record RolloutListModel(
        Page page, String module, String state, List<String> modules, List<RolloutRow> rows, String next) {

    public RolloutListModel {
        modules = List.copyOf(modules);
        rows = List.copyOf(rows);
    }

    public boolean filtered() {
        return !module.isEmpty() || !state.isEmpty();
    }
}
