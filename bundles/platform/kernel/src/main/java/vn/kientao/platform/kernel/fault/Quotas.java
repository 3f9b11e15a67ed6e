package vn.kientao.platform.kernel.fault;

import static vn.kientao.platform.kernel.Sentences.say;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.live.AgencyReading;
import vn.kientao.platform.kernel.live.LiveRelease;
import vn.kientao.platform.kernel.rollout.Troubles;

/** Tells administrators of modules that use more than their quota. It only warns. Asked once a minute by one thread. */
final class Quotas {
    /** Fewer requests say nothing about a rate of errors. */
    private static final long ENOUGH_REQUESTS = 20;

    private final FaultSettings settings;
    private final Troubles troubles;
    private Map<LiveRelease, AgencyReading> before = Map.of();
    private long lookedAt;

    /** @param now nanoseconds of a running clock */
    Quotas(FaultSettings settings, Troubles troubles, long now) {
        this.settings = settings;
        this.troubles = troubles;
        this.lookedAt = now;
    }

    void look(Collection<LiveRelease> releases, long now) {
        double seconds = (now - lookedAt) / 1e9;
        Map<LiveRelease, AgencyReading> readings = new HashMap<>();
        Map<ModuleId, AgencyReading> used = new HashMap<>();
        for (LiveRelease release : releases) {
            AgencyReading reading = release.meter().total();
            readings.put(release, reading);
            AgencyReading since = reading.minus(before.getOrDefault(release, AgencyReading.NONE));
            used.merge(release.cut().module(), since, AgencyReading::plus);
        }
        used.forEach((module, since) -> complaint(module, since, seconds)
                .ifPresentOrElse(
                        sentence -> troubles.put(Troubles.Kind.GREEDY, module, sentence),
                        () -> troubles.clear(Troubles.Kind.GREEDY, module)));
        before = readings;
        lookedAt = now;
    }

    private Optional<LocalText> complaint(ModuleId module, AgencyReading used, double seconds) {
        FaultSettings.Quota quota = settings.quota(module);
        long errors = used.requests() == 0 ? 0 : 100 * used.errors() / used.requests();
        if (used.requests() >= ENOUGH_REQUESTS && errors > quota.errors()) {
            return Optional.of(say("kernel.trouble.errors", errors, used.requests(), quota.errors()));
        }
        long database = Math.round(100 * used.databaseNanos() / 1e9 / seconds);
        if (database > quota.database()) {
            return Optional.of(say("kernel.trouble.database", database, quota.database()));
        }
        long megabytes = Math.round(used.allocated() / 1e6 / seconds);
        if (megabytes > quota.allocation()) {
            return Optional.of(say("kernel.trouble.allocation", megabytes, quota.allocation()));
        }
        return Optional.empty();
    }
}
