package vn.kientao.platform.security.web;

import java.util.List;
import vn.kientao.platform.api.web.Page;

/** The roles and what each may do. */
public record RolesModel(Page page, List<RoleLine> roles, List<Section> sections) {

    /**
     * A role.
     *
     * @param givenBy who gives it, in words
     * @param lent whether a post with it may be delegated
     */
    public record RoleLine(String name, String givenBy, boolean lent) {}

    /** A module, or the platform's own rooms, with its permissions. */
    public record Section(String id, String name, List<Row> rows) {}

    /** @param roles names of the roles that carry the permission */
    public record Row(String permission, String words, List<String> roles) {}
}
