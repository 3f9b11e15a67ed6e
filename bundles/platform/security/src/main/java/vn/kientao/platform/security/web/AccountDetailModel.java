package vn.kientao.platform.security.web;

import java.util.List;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.web.FormErrors;
import vn.kientao.platform.api.web.Page;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.KnownRoles;

/**
 * One account as administrators see it.
 *
 * @param secret a one-time password, shown this once; empty otherwise
 */
public record AccountDetailModel(
        Page page, Account account, List<RoleView> roles, List<Agency> agencies, String secret, FormErrors errors) {

    public List<String> offeredRoles() {
        return KnownRoles.all();
    }
}
