package vn.kientao.platform.console.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/**
 * The first page of an administrator.
 *
 * @param needs what wants a person now, most urgent first
 * @param latest the last rollouts
 */
public record OverviewModel(Page page, List<Need> needs, List<ModuleRow> modules, List<RolloutRow> latest) {

    public OverviewModel {
        needs = List.copyOf(needs);
        modules = List.copyOf(modules);
        latest = List.copyOf(latest);
    }

    /** Something to look after, and where. */
    public record Need(String title, String text, String link, Tag tag) {}
}
