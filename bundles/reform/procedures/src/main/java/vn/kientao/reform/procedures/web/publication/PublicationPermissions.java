package vn.kientao.reform.procedures.web.publication;

import java.util.Optional;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.Request;

/** What publications ask of people; declared with their roles in the bundle's headers. */
public final class PublicationPermissions {
    /** See the catalogue and what is being published. */
    public static final Permission READ = new Permission("procedures.read");
    /** Write drafts, complete published records. */
    public static final Permission DRAFT = new Permission("procedures.draft");
    /** Check what others wrote, give it back. */
    public static final Permission CHECK = new Permission("procedures.check");
    /** Record decisions, put publications into force. */
    public static final Permission ANNOUNCE = new Permission("procedures.announce");
    /** Say who a procedure is for, how far it goes online, who receives it, in which cases. */
    public static final Permission CONFIGURE = new Permission("procedures.configure");

    private PublicationPermissions() {}

    /** The agency to whose publications the reader is confined; empty for those who control procedures. */
    public static Optional<String> confinedTo(Request request) {
        boolean all = request.page().can(CHECK) || request.page().can(ANNOUNCE);
        return all ? Optional.empty() : Optional.of(request.agency().code());
    }
}
