package vn.kientao.reform.procedures.web.quality;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.quality.PublishedShares;
import vn.kientao.reform.procedures.domain.report.ShareKind;

/**
 * What there is as open data, with a page of it.
 *
 * @param name of an agency by its code
 */
public record OpenDataModel(Page page, List<PublishedShares> rows, boolean more, Function<String, String> name) {

    public OpenDataModel {
        rows = List.copyOf(rows);
    }

    public List<ShareKind> kinds() {
        return Arrays.asList(ShareKind.values());
    }

    public String percent(PublishedShares row, ShareKind kind) {
        return row.of(kind)
                .percent()
                .map(percent -> String.format(TextBundle.VIETNAMESE, "%.2f %%", percent))
                .orElseGet(() -> page.text("quality.no-data"));
    }

    public String next() {
        return page.with("after", OpenDataPages.key(rows.get(rows.size() - 1)));
    }

    public String csv() {
        return page.openLink("/open-data.csv");
    }

    public String json() {
        return "/api/v1/public/procedures/open-data/on-time";
    }
}
