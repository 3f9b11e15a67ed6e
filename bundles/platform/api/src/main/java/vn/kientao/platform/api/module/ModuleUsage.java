package vn.kientao.platform.api.module;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.osgi.framework.Version;

/**
 * What one release has done for one agency since it came up on this node.
 *
 * @param agency code of the agency; empty for the public
 * @param errors answers with status 500 and above
 * @param time wall time of all requests together
 * @param allocated bytes
 * @param database time in the database of all requests together
 * @param p95 95 of 100 requests were faster than this; zero when nothing was asked
 */
public record ModuleUsage(
        ModuleId module,
        Version version,
        String agency,
        long requests,
        long errors,
        Duration time,
        long allocated,
        Duration database,
        Duration p95) {

    public ModuleUsage {
        requireNonNull(module, "module");
        requireNonNull(version, "version");
        requireNonNull(agency, "agency");
        requireNonNull(time, "time");
        requireNonNull(database, "database");
        requireNonNull(p95, "p95");
    }
}
