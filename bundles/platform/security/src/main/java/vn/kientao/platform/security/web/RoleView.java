package vn.kientao.platform.security.web;

import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.security.domain.RoleGrant;

/**
 * A role somewhere, in the reader's words.
 *
 * @param agency code of the agency; empty when the role is held everywhere
 * @param where name of the agency, or "all agencies"
 */
public record RoleView(String role, String roleName, String agency, String where) {

    static RoleView of(RoleGrant grant, Agencies agencies, Texts texts) {
        String where = grant.agency()
                .map(code -> agencies.find(code)
                        .map(Agency::name)
                        .map(texts::get)
                        .map(name -> name + " (" + code + ")")
                        .orElse(code))
                .orElseGet(() -> texts.get("role.everywhere"));
        return new RoleView(
                grant.role(), texts.get("role." + grant.role()), grant.agency().orElse(""), where);
    }
}
