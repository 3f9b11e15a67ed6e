package vn.kientao.platform.web.search;

import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.search.SearchFindings.Finding;
import vn.kientao.platform.api.web.Page;

/**
 * What was found, by kind.
 *
 * @param words as typed; empty when nothing was looked for yet
 * @param kind the name of the only source that was asked; empty for all
 */
public record SearchModel(Page page, String words, Optional<String> kind, List<Group> groups) {

    public SearchModel {
        groups = List.copyOf(groups);
    }

    /**
     * One kind of thing.
     *
     * @param more the page that shows what comes next; empty when this is all
     */
    public record Group(String name, String title, List<Finding> findings, Optional<String> more) {
        public Group {
            findings = List.copyOf(findings);
        }
    }

    public String text(String key, Object... arguments) {
        return page.text(key, arguments);
    }

    public String note(Finding finding) {
        return page.texts().get(finding.note());
    }

    public boolean asked() {
        return !words.isEmpty();
    }

    public boolean nothing() {
        return groups.isEmpty();
    }

    /** The words in every kind. */
    public String everywhere() {
        return page.with("in", "");
    }

    public String icon(String name) {
        return page.asset("vendor/bootstrap-icons/icons.svg#" + name);
    }
}
