package vn.kientao.reform.steering.web.task;

import java.util.List;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.task.Extension;
import vn.kientao.reform.steering.web.AgencyNames;

/** Requests for more time that wait for the agency's decision. */
public record ExtensionListModel(Page page, List<Extension> rows, boolean first, boolean more, AgencyNames names) {
    public ExtensionListModel {
        rows = List.copyOf(rows);
    }

    public String next() {
        return more ? page.with("after", "" + rows.get(rows.size() - 1).id()) : "";
    }
}
