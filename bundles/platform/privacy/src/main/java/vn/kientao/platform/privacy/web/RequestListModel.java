package vn.kientao.platform.privacy.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/**
 * An agency's requests, a page of them.
 *
 * @param view {@code open}, {@code late} or {@code all}
 * @param kind word of the kind that is shown; empty for all
 * @param code what was typed to look for
 * @param more address of the next page; empty when there is none
 */
public record RequestListModel(
        Page page,
        String base,
        String view,
        String kind,
        String code,
        List<RequestFormModel.Choice> kinds,
        List<Row> rows,
        String more,
        String export) {

    public RequestListModel {
        kinds = List.copyOf(kinds);
        rows = List.copyOf(rows);
    }

    /** One request; the name is masked. */
    public record Row(
            String code,
            String kind,
            String state,
            boolean answered,
            boolean late,
            String name,
            String received,
            String due) {}

    public boolean filtered() {
        return !kind.isEmpty() || !code.isEmpty();
    }
}
