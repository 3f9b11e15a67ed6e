package vn.kientao.platform.api.module;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import vn.kientao.platform.api.text.LocalText;

/**
 * The route table (tuyến): which release serves which agency. One immutable table, replaced as a whole and read once a
 * request.
 */
@ProviderType
public interface Router {

    /** The route of {@code module} for the agency with code {@code agency}; a leased release must be given back. */
    Routing route(ModuleId module, String agency);

    /** The route for visitors of no agency ({@code /public/…}); never {@link Routing.Off}. */
    Routing routePublic(ModuleId module);

    /**
     * Leases {@code release} itself, whichever agencies it serves, as long as it has not retired: for jobs that finish
     * on the release they began on and for trying a staged release.
     */
    Optional<Lease> lease(ReleaseId release);

    /** What the route table says. */
    sealed interface Routing {

        /** Served by the leased release. */
        record Serving(Lease lease) implements Routing {}

        /** The module is switched off for this agency (tắt). */
        record Off(ModuleManifest manifest) implements Routing {}

        /** The release has as many requests under way as it may have; worth another try in a few seconds. */
        record Busy(ModuleManifest manifest) implements Routing {}

        /** The release was taken out of service because it endangered the others (cách ly); a person lets it in again. */
        record Quarantined(ModuleId module, LocalText name, LocalText reason) implements Routing {}

        /** The module is known but no release of it can serve now; worth another try in a few seconds. */
        record Away(ModuleId module) implements Routing {}

        /** No module has this id. */
        record Unknown() implements Routing {}
    }

    /** A promise that the release stays alive until {@link #close}; closing twice does nothing. */
    interface Lease extends AutoCloseable {

        Release release();

        /** Tells what a request on this lease was and cost; the default keeps no account. */
        default void served(Served served) {}

        /**
         * Tells that a request on this lease took so long that the platform answered in its place; it goes on, and the
         * lease with it. The default keeps no account.
         */
        default void timedOut() {}

        /**
         * Tells that a request on this lease, which is still under way, has allocated so many bytes more; taken back
         * with a negative number when it is told as {@link #served}. The default keeps no account.
         */
        default void allocating(long bytes) {}

        @Override
        void close();
    }
}
