package vn.kientao.reform.procedures.web.publication;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/**
 * Two versions of a procedure side by side.
 *
 * @param all whether fields that are the same are shown too
 */
public record CompareModel(Page page, String code, List<Choice> versions, Comparison comparison, boolean all) {

    public CompareModel {
        versions = List.copyOf(versions);
    }

    /** A version to choose. */
    public record Choice(String value, String text, boolean from, boolean to) {}

    public String text(String key, Object... arguments) {
        return page.text(key, arguments);
    }
}
