package vn.kientao.platform.api.module;

import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;
import vn.kientao.platform.api.security.Actor;

/**
 * Acts on modules. Every act writes an audit entry in the same transaction. The caller has checked the permission.
 */
@ProviderType
public interface ModuleControl {

    /**
     * Receives a module jar and begins to roll it out: a first install or an update of what is there. Returns as soon as
     * the artifact is stored; follow it by {@link #await} or {@link Modules#rollout}.
     *
     * @return the id of the rollout
     * @throws ReleaseRefusedException when the artifact is refused at receipt; nothing has changed
     */
    long rollOut(InputStream jar, Actor by);

    /**
     * Begins to go back to the version that served before the live one.
     *
     * @throws ReleaseRefusedException when there is none, or its data has been contracted
     */
    long rollBack(ModuleId module, Actor by);

    /**
     * Waits until the rollout has ended.
     *
     * @throws java.util.concurrent.TimeoutException when it has not ended within {@code seconds}; it goes on
     */
    RolloutStatus await(long rollout, long seconds) throws java.util.concurrent.TimeoutException, InterruptedException;

    /**
     * Switches the module on for one agency (bật).
     *
     * @throws ReleaseRefusedException when module or agency is unknown
     */
    void enable(ModuleId module, String agency, Actor by);

    /** Switches the module off for one agency (tắt); requests that are under way finish. Refuses as {@link #enable}. */
    void disable(ModuleId module, String agency, Actor by);
}
