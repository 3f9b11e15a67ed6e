package vn.kientao.platform.console.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/**
 * The modules of the platform.
 *
 * @param words what was searched for
 * @param state the state that was asked for; empty for all
 * @param total how many there are without search and filter
 * @param removed ids of modules that were taken out and whose data is kept
 */
public record ModuleListModel(
        Page page, String words, String state, int total, List<ModuleRow> rows, List<String> removed) {

    public ModuleListModel {
        rows = List.copyOf(rows);
        removed = List.copyOf(removed);
    }
}
