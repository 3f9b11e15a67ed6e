package vn.kientao.platform.api.table;

import vn.kientao.platform.api.web.Page;

/** Where the present list is to be had as a file, with the filter of its address. */
public record FileLinks(Page page, String path) {

    public String file(String ending) {
        String here = page.here();
        int query = here.indexOf('?');
        return page.link(path) + "." + ending + (query < 0 ? "" : here.substring(query));
    }
}
