package vn.kientao.platform.security.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.AccountFilter;

/**
 * A list of people.
 *
 * @param base address of the list without query
 * @param agency name of the agency; empty for everybody's list
 * @param roles roles to filter by
 * @param units units to filter by; none in everybody's list
 * @param previous login before which the page before ends; empty on the first page
 * @param next login after which the next page begins; empty on the last page
 */
public record PeopleModel(
        Page page,
        String base,
        String agency,
        AccountFilter filter,
        List<String> roles,
        List<String> units,
        List<Row> rows,
        String previous,
        String next) {

    /** @param posts what the account holds today, one a line */
    public record Row(Account account, List<String> posts) {}

    public boolean filtered() {
        return !filter.words().isEmpty()
                || filter.state().isPresent()
                || filter.role().isPresent()
                || filter.unit().isPresent();
    }

    public AccountFilter.State[] states() {
        return AccountFilter.State.values();
    }

    /** The style of the status tag. */
    public static String tag(Account account) {
        return account.disabled() ? "kt-tag" : account.mustChange() ? "kt-tag kt-tag-need" : "kt-tag kt-tag-done";
    }

    /** The text key of the status. */
    public static String state(Account account) {
        return account.disabled()
                ? "accounts.disabled"
                : account.mustChange() ? "accounts.must-change" : "accounts.active";
    }
}
