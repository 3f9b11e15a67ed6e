package vn.kientao.platform.kernel.fault;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.kernel.FrameworkProperties;

/**
 * How much a module may disturb, by system properties.
 *
 * @param mostRequests requests of one release under way at once ({@code kientao.bulkhead})
 * @param crowded how long every place may be taken before quarantine ({@code kientao.quarantine.seconds})
 * @param timeOuts so many time-outs within {@code crowded}, and half of all requests, mean quarantine
 *     ({@code kientao.quarantine.timeouts})
 * @param memoryShare per cent of the old generation that are alarming ({@code kientao.memory.percent}; 0 switches the
 *     watch over the memory off)
 */
public record FaultSettings(
        int mostRequests, Duration crowded, int timeOuts, int memoryShare, FrameworkProperties properties) {

    public FaultSettings {
        requireNonNull(crowded, "crowded");
        requireNonNull(properties, "properties");
        if (mostRequests < 1) {
            throw new IllegalArgumentException("kientao.bulkhead: " + mostRequests + " (expected: at least 1)");
        }
        if (memoryShare < 0 || memoryShare > 99) {
            throw new IllegalArgumentException("kientao.memory.percent: " + memoryShare + " (expected: 0 to 99)");
        }
    }

    public static FaultSettings of(FrameworkProperties properties) {
        return new FaultSettings(
                properties.number("kientao.bulkhead", 48),
                Duration.ofSeconds(properties.number("kientao.quarantine.seconds", 60)),
                properties.number("kientao.quarantine.timeouts", 10),
                properties.number("kientao.memory.percent", 85),
                properties);
    }

    /**
     * What a module may use before somebody is told ({@code kientao.quota.NAME}, or for one module
     * {@code kientao.quota.MODULE.NAME}).
     */
    Quota quota(ModuleId module) {
        return new Quota(quota(module, "errors", 5), quota(module, "database", 50), quota(module, "allocation", 200));
    }

    private int quota(ModuleId module, String name, int usual) {
        return properties.number(
                "kientao.quota." + module + "." + name, properties.number("kientao.quota." + name, usual));
    }

    /**
     * What a module may use, looked at once a minute.
     *
     * @param errors per cent of its requests
     * @param database per cent of the time that one connection has
     * @param allocation megabytes a second
     */
    record Quota(int errors, int database, int allocation) {}
}
