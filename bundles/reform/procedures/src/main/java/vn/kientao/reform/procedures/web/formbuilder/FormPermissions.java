package vn.kientao.reform.procedures.web.formbuilder;

import vn.kientao.platform.api.security.Permission;

/** Forms are part of making procedures simpler, and ask for the same. */
final class FormPermissions {
    static final Permission READ = new Permission("procedures.read-reviews");
    static final Permission BUILD = new Permission("procedures.review");

    private FormPermissions() {}
}
