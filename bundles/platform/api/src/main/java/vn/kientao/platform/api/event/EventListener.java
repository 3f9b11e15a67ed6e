package vn.kientao.platform.api.event;

import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** Hears of events. Register it as a service; only releases that serve are told. */
@ConsumerType
public interface EventListener {

    /** {@code <module>.<word>}: under this name the platform remembers what it has been told. Stays the same for good. */
    String name();

    /** The types it wants to hear of. */
    Set<String> types();

    /**
     * Hears of an event: at least once, in any order, so that hearing it again must change nothing. What it throws is
     * logged, and it is told again later.
     */
    void hear(ModuleEvent event);
}
