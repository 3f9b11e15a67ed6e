package vn.kientao.platform.repository.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/**
 * The list of sources with the form for another one.
 *
 * @param name as typed
 * @param location as typed
 * @param problem what was wrong with it; empty when nothing was
 */
public record SourceListModel(Page page, List<Row> rows, String name, String location, String problem) {

    /** One source. */
    public record Row(String name, String location, String added, String by) {}
}
