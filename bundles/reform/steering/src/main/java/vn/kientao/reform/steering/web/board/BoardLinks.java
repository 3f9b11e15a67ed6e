package vn.kientao.reform.steering.web.board;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import vn.kientao.platform.api.web.Page;
import vn.kientao.reform.steering.domain.task.Standing;

/**
 * The lists behind the figures of a dashboard.
 *
 * @param base what of the address of the list of tasks is common to them; empty where there are no lists, as on public pages
 */
public record BoardLinks(Page page, String base) {

    /** The same with one more parameter; an empty value stands for what has none. */
    public BoardLinks with(String name, String value) {
        String said = URLEncoder.encode(value.isEmpty() ? "-" : value, StandardCharsets.UTF_8);
        return base.isEmpty() ? this : new BoardLinks(page, base + "&" + name + "=" + said);
    }

    public boolean there() {
        return !base.isEmpty();
    }

    public String standing(Standing standing) {
        return list("&standing=" + standing.name());
    }

    /** Everything that is still to be done. */
    public String open() {
        return list("");
    }

    /** What was done in a month, on time or late. */
    public String month(Standing standing, YearMonth month) {
        return list("&standing=" + standing.name() + "&doneFrom=" + month.atDay(1) + "&doneTo=" + month.atEndOfMonth());
    }

    private String list(String more) {
        return page.link("/tasks?" + base + more);
    }
}
