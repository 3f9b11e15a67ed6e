package vn.kientao.platform.api.module;

import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Version;
import vn.kientao.platform.api.security.Actor;

/**
 * Acts on modules. Every act writes an audit entry in the same transaction. The caller has checked the permission.
 */
@ProviderType
public interface ModuleControl {

    /**
     * Receives and stores a module jar and says what rolling it out would do. Changes nothing else.
     *
     * @throws ReleaseRefusedException when the artifact is refused at receipt; nothing is kept of it
     */
    Plan plan(InputStream jar, Actor by);

    /** Plans to go back to (or forward to) a version that was received before. Refuses as {@link #rollBackTo}. */
    Plan planReturn(ModuleId module, Version version, Actor by);

    /**
     * Begins what a plan says.
     *
     * @return the id of the rollout
     * @throws ReleaseRefusedException when modules stand otherwise than when the plan was made, or may not change now
     */
    long apply(long plan, Strategy strategy, Actor by);

    /**
     * Receives a module jar and begins to roll it out to everybody: a first install or an update of what is there. Returns
     * as soon as the artifact is stored; follow it by {@link #await} or {@link Modules#rollout}.
     *
     * @return the id of the rollout
     * @throws ReleaseRefusedException when the artifact is refused at receipt; nothing has changed
     */
    long rollOut(InputStream jar, Actor by);

    /** As {@link #rollOut(InputStream, Actor)}, stage by stage. */
    long rollOut(InputStream jar, Strategy strategy, Actor by);

    /**
     * Begins to go back to the version that served before the live one. Works when the live one does not start, and in
     * safe mode.
     *
     * @throws ReleaseRefusedException when there is none, or its data has been contracted
     */
    long rollBack(ModuleId module, Actor by);

    /** As {@link #rollBack}, to a version of {@link Modules#history} that is returnable. */
    long rollBackTo(ModuleId module, Version version, Actor by);

    /**
     * Stops a staged rollout where it is; who has the release keeps it, and the gates go on watching.
     *
     * @throws ReleaseRefusedException when the rollout is not in its stages
     */
    void pause(long rollout, Actor by);

    /** Lets a paused rollout go on. Refuses as {@link #pause}. */
    void resume(long rollout, Actor by);

    /** Begins the next stage now, whatever the watch says. Refuses as {@link #pause}. */
    void promote(long rollout, Actor by);

    /** Takes a staged rollout back: every agency is served by the old release again. Refuses as {@link #pause}. */
    void takeBack(long rollout, Actor by);

    /**
     * Approves, as the second person, what waits for approval.
     *
     * @throws ReleaseRefusedException when it does not wait, or when {@code by} is who asked for it
     */
    void approve(long rollout, Actor by);

    /** Turns down what waits for approval; it ends as failed. Refuses when it does not wait. */
    void turnDown(long rollout, Actor by);

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

    /**
     * Offers the module in the catalogue (kho phân hệ).
     *
     * @throws ReleaseRefusedException when module or an agency is unknown
     */
    void publish(ModuleId module, Publication publication, Actor by);

    /**
     * Takes the module away from everybody and out of the framework (gỡ). Its data stays; installing it again brings it
     * back.
     *
     * @return the id of the rollout
     * @throws ReleaseRefusedException when the module is unknown or being rolled out
     */
    long uninstall(ModuleId module, Actor by);

    /**
     * Throws away the data of an uninstalled module (xoá dữ liệu), after an export.
     *
     * @param typed the module's id as the person typed it
     * @return the id of the rollout
     * @throws ReleaseRefusedException when the module still serves, or {@code typed} is not its id
     */
    long purge(ModuleId module, String typed, Actor by);
}
