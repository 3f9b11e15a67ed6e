package vn.kientao.platform.console.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/** The modules that the catalogue offers to an agency. */
public record CatalogueModel(Page page, String agency, List<Row> rows) {

    public CatalogueModel {
        rows = List.copyOf(rows);
    }

    /**
     * A module on offer.
     *
     * @param up whether a release of it is up
     */
    public record Row(String id, String name, String description, String version, boolean on, boolean up) {}
}
