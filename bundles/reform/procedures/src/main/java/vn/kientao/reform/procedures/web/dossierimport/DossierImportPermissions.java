package vn.kientao.reform.procedures.web.dossierimport;

import vn.kientao.platform.api.security.Permission;

/** What imports of dossiers ask of people; declared with their roles in the bundle's headers. */
final class DossierImportPermissions {
    /** Take dossiers of before over into the agency's file, and out again. */
    static final Permission IMPORT = new Permission("procedures.import-dossiers");

    private DossierImportPermissions() {}
}
