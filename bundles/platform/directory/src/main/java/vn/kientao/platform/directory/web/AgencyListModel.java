package vn.kientao.platform.directory.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/**
 * The list of agencies.
 *
 * @param day as typed; empty for the whole register
 * @param dayWrong whether {@code day} is not a day
 * @param next code after which the next page begins; empty on the last page
 */
public record AgencyListModel(
        Page page, String words, String day, boolean dayWrong, int total, List<Row> rows, String next) {

    /** One agency. */
    public record Row(String code, String name, String type, String period, boolean existsToday) {}
}
