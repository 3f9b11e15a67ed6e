package vn.kientao.platform.api.event;

import org.jdbi.v3.core.Handle;
import org.osgi.annotation.versioning.ProviderType;

/** Takes events. */
@ProviderType
public interface ModuleEvents {

    /**
     * Keeps the event in the caller's transaction. After the commit every {@link EventListener} that wants its type is
     * told, within seconds while its module serves, otherwise when it serves again within 30 days.
     */
    void publish(Handle transaction, ModuleEvent event);
}
