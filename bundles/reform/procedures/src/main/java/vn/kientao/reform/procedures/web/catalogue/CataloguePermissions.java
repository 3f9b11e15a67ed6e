package vn.kientao.reform.procedures.web.catalogue;

import vn.kientao.platform.api.security.Permission;

/** What the catalogue asks of people; declared with their roles in the bundle's headers. */
final class CataloguePermissions {
    /** See the catalogue with what is to be completed in it. */
    static final Permission READ = new Permission("procedures.read");
    /** Import national records. */
    static final Permission IMPORT = new Permission("procedures.import");

    private CataloguePermissions() {}
}
