package vn.kientao.reform.procedures.web.rating;

import java.util.List;
import vn.kientao.platform.api.web.FormView;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.procedures.domain.rating.Level;
import vn.kientao.reform.procedures.domain.rating.Rating;
import vn.kientao.reform.procedures.domain.rating.Satisfaction;

/**
 * The ratings of an agency in a period.
 *
 * @param more whether another page follows
 */
public record RatingListModel(
        FormView form, Satisfaction satisfaction, List<Rating> rows, boolean more, boolean first) {
    public RatingListModel {
        rows = List.copyOf(rows);
    }

    public Page page() {
        return form.page();
    }

    public String level(Rating rating) {
        return satisfaction
                .asked()
                .level(rating.answers().overall())
                .map(Level::name)
                .map(page().texts()::get)
                .orElse("");
    }

    /** The words, unless they are hidden. */
    public String remark(Rating rating) {
        return rating.hidden() ? page().text("rating.hidden") : rating.answers().remark();
    }

    public String next() {
        return page().with("after", "" + rows.get(rows.size() - 1).newestKey());
    }

    /** "87,5": with a comma in both languages, as all numbers here. */
    public String share(Satisfaction.Line line) {
        return line.share().toPlainString().replace('.', ',');
    }
}
