package vn.kientao.reform.steering.web.setting;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/** The rules of the module that may change, in groups. */
public record SettingListModel(Page page, List<Group> groups) {
    public SettingListModel {
        groups = List.copyOf(groups);
    }

    /** @param title what the rules are about */
    public record Group(String title, List<Line> lines) {
        public Group {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A rule as it holds today.
     *
     * @param coming what it will be and from when; empty when nothing is known of
     */
    public record Line(String name, String value, String coming, String since, String basis, String address) {}
}
