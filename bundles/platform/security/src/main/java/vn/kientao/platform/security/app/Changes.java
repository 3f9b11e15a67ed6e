package vn.kientao.platform.security.app;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.security.store.PostRepository;
import vn.kientao.platform.security.store.SecurityStore;

/** Makes a change of an account with its audit entry in one transaction, after which open sessions feel it. */
final class Changes {
    private final SecurityStore store;
    private final SessionRegister sessions;
    private final AuditTrail audit;
    private final PostRepository posts = new PostRepository();

    Changes(SecurityStore store, SessionRegister sessions, AuditTrail audit) {
        this.store = store;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** The change itself; false when there was nothing to change. */
    interface Change {
        boolean make(Handle handle);
    }

    boolean make(long account, String action, String detail, Trace trace, Change change) {
        boolean changed = store.write(handle -> {
            boolean done = change.make(handle);
            if (done) {
                audit.record(handle, trace.entry(action, "account", String.valueOf(account), detail));
            }
            return done;
        });
        sessions.forgetActors();
        return changed;
    }

    /**
     * To be called after a change of the account.
     *
     * @throws LastAdministratorException when the account is an administrator's and nobody could administer the platform
     */
    void requireAdministrator(Handle handle, long account, LocalDate today) {
        boolean concerned =
                posts.of(handle, account).stream().anyMatch(post -> post.role().equals(Roles.PLATFORM_ADMINISTRATOR));
        if (concerned && !posts.heldForGood(handle, Roles.PLATFORM_ADMINISTRATOR, today)) {
            throw new LastAdministratorException();
        }
    }
}
