package vn.kientao.platform.api.web;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Asks for a fresh proof (xác nhận lại) before what a route does that is marked {@link Routes.Route#stepUp}: a second
 * factor, or the password of somebody who has none, not older than ten minutes.
 */
@ProviderType
public interface StepUp {

    /**
     * The answer to send instead of the handler's; empty when the way is free. A posted form comes back with a page that
     * keeps its fields and asks for the proof.
     *
     * @throws ProblemException 401 {@code step-up-required} for programs
     */
    Optional<Reply> check(Request request);
}
