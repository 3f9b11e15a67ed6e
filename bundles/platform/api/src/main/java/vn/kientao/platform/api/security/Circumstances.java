package vn.kientao.platform.api.security;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import vn.kientao.platform.api.module.ReleaseId;

/**
 * The circumstances in which a thread works at the moment (hoàn cảnh thao tác): who acts, where from, in which agency and
 * through which release. The doors of the platform (web, jobs, shell) enter them; the audit trail and the database's
 * second wall between agencies read them, so that no module can forget to hand them on.
 *
 * @param actor who acts
 * @param requestId ties together what one request, job or command did; empty when there is none
 * @param address the remote address; empty when nobody is remote
 * @param agency code of the agency in whose pages it happens; empty for the platform itself
 * @param release the release of a module that does the work; empty for a room of the platform
 */
public record Circumstances(
        Actor actor, String requestId, String address, Optional<String> agency, Optional<ReleaseId> release) {
    private static final Circumstances NONE =
            new Circumstances(Actor.system("platform"), "", "", Optional.empty(), Optional.empty());
    private static final ThreadLocal<Circumstances> PRESENT = ThreadLocal.withInitial(() -> NONE);

    public Circumstances {
        requireNonNull(actor, "actor");
        requireNonNull(requestId, "requestId");
        requireNonNull(address, "address");
        requireNonNull(agency, "agency");
        requireNonNull(release, "release");
    }

    /** Those of this thread; the platform itself acts when no door was entered. */
    public static Circumstances present() {
        return PRESENT.get();
    }

    /** Makes them those of this thread until the scope is closed, by the same thread. */
    public Scope enter() {
        Circumstances before = PRESENT.get();
        PRESENT.set(this);
        return () -> restore(before);
    }

    /** Which object they are is what counts: equal ones may have been entered by a door. */
    @SuppressWarnings("ReferenceEquality")
    private static void restore(Circumstances before) {
        if (before.equals(NONE)) {
            PRESENT.remove();
        } else {
            PRESENT.set(before);
        }
    }

    /** Ends the circumstances that were entered. */
    @FunctionalInterface
    public interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
