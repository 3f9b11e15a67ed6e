package vn.kientao.platform.kernel.live;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import vn.kientao.platform.api.module.ModuleUsage;
import vn.kientao.platform.api.module.ReleaseId;

/** What releases have done, in the words of the platform's other rooms. */
public final class Usage {
    private Usage() {}

    /** The accounts of all the releases, busiest agency first. */
    public static List<ModuleUsage> of(Collection<LiveRelease> releases) {
        return releases.stream()
                .flatMap(release -> release.meter().byAgency().entrySet().stream()
                        .map(account -> usage(release.id(), account.getKey(), account.getValue())))
                .sorted(Comparator.comparing(ModuleUsage::requests)
                        .reversed()
                        .thenComparing(ModuleUsage::agency)
                        .thenComparing(ModuleUsage::version))
                .toList();
    }

    private static ModuleUsage usage(ReleaseId release, String agency, AgencyReading read) {
        return new ModuleUsage(
                release.module(),
                release.version(),
                agency,
                read.requests(),
                read.errors(),
                Duration.ofNanos(read.nanos()),
                read.allocated(),
                Duration.ofNanos(read.databaseNanos()),
                Duration.ofNanos(read.times().percentile(0.95)));
    }
}
