package vn.kientao.reform.procedures.web.dossier;

import vn.kientao.platform.api.security.Permission;
import vn.kientao.reform.procedures.domain.dossier.Transition.By;

/** What the desk asks of people; declared with their roles in the bundle's headers. */
public final class DeskPermissions {
    /** See the dossiers of the agency. */
    public static final Permission READ = new Permission("procedures.read-dossiers");
    /** See personal data of applicants as it is; without it, it is masked. */
    public static final Permission PERSONAL_DATA = new Permission("procedures.personal-data");
    /** Receive dossiers and pass them on. */
    public static final Permission RECEIVE = new Permission("procedures.receive");
    /** Record results. */
    public static final Permission PROCESS = new Permission("procedures.process");
    /** Hand results over. */
    public static final Permission HAND_OVER = new Permission("procedures.hand-over");
    /** Decide which agency is competent. */
    public static final Permission ROUTE = new Permission("procedures.route");

    private DeskPermissions() {}

    /** What who takes a step must hold. */
    public static Permission of(By by) {
        return switch (by) {
            case APPLICANT, DESK -> RECEIVE;
            case HANDLER -> PROCESS;
            case HAND_OVER -> HAND_OVER;
            case ROUTER -> ROUTE;
        };
    }
}
