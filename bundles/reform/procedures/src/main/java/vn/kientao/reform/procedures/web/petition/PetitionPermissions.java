package vn.kientao.reform.procedures.web.petition;

import vn.kientao.platform.api.security.Permission;

/** What petitions ask of people; declared with their roles in the bundle's headers. */
public final class PetitionPermissions {
    /** Read the register of the agency; senders are masked. */
    public static final Permission READ = new Permission("procedures.read-petitions");
    /** Enter, classify, assign and draft; sees the senders. */
    public static final Permission HANDLE = new Permission("procedures.handle-petitions");
    /** Approve, answer and publish; sees the senders. */
    public static final Permission APPROVE = new Permission("procedures.approve-petitions");

    private PetitionPermissions() {}
}
