package vn.kientao.platform.security.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.security.domain.Account;

/**
 * The list of accounts.
 *
 * @param next login after which the next page begins; empty on the last page
 */
public record AccountListModel(Page page, List<Account> accounts, String next) {

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
