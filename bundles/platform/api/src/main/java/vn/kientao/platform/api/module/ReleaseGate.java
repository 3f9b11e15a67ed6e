package vn.kientao.platform.api.module;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A platform room that has a say before a release may serve, and must let go of it afterwards. The kernel asks every
 * gate in order of service ranking, highest first.
 */
@ConsumerType
public interface ReleaseGate {

    /**
     * Reads and checks what the release declares (routes, permissions, jobs) and prepares to serve it. The release
     * serves nobody yet.
     *
     * @throws ReleaseRefusedException when it must not serve; the sentence is shown to the administrator
     */
    void admit(Release release);

    /** Tries the admitted release: smoke paths, warm-up. Same refusal as {@link #admit}. */
    default void verify(Release release) {}

    /** Forgets everything about the release. Called once for each admitted release, also after a refusal. */
    void forget(Release release);
}
