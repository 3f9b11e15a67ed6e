package vn.kientao.platform.kernel.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Router.Lease;
import vn.kientao.platform.api.module.Served;
import vn.kientao.platform.kernel.FrameworkProperties;
import vn.kientao.platform.kernel.live.LiveRelease;
import vn.kientao.platform.kernel.rollout.Troubles;

class QuotasTest {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final Map<String, String> SETTINGS = Map.of(
            "kientao.quota.errors", "5",
            "kientao.quota.database", "50",
            "kientao.quota.allocation", "200",
            "kientao.quota.greedy.allocation", "1000");

    private final LiveRelease modest = Releases.of("modest");
    private final LiveRelease greedy = Releases.of("greedy");
    private final Troubles troubles = new Troubles();
    private final Quotas quotas = new Quotas(
            FaultSettings.of(new FrameworkProperties(name -> Optional.ofNullable(SETTINGS.get(name)))), troubles, 0);
    private long now;

    private String complaint(LiveRelease release) {
        return troubles.worst(new ModuleId(release.cut().module().value()))
                .map(sentence -> sentence.en())
                .orElse("");
    }

    private void aMinutePasses() {
        now += MINUTE;
        quotas.look(List.of(modest, greedy), now);
    }

    private static void serve(LiveRelease release, int requests, int status, long databaseNanos, long allocated) {
        try (Lease lease = release.lease().orElseThrow()) {
            for (int i = 0; i < requests; i++) {
                lease.served(new Served("P-AX", "GET /", status, 1, allocated, databaseNanos));
            }
        }
    }

    @Test
    void aModuleWithMoreErrorsThanItsQuotaIsNamedUntilItKeepsTheQuota() {
        serve(modest, 100, 200, 0, 0);
        serve(greedy, 94, 200, 0, 0);
        serve(greedy, 6, 500, 0, 0);
        aMinutePasses();
        assertThat(complaint(greedy)).contains("6", "100", "5");
        assertThat(complaint(modest)).isEmpty();

        serve(greedy, 100, 200, 0, 0);
        aMinutePasses();
        assertThat(complaint(greedy)).as("a good minute").isEmpty();
    }

    @Test
    void fewRequestsSayNothingAboutARateOfErrors() {
        serve(greedy, 19, 500, 0, 0);
        aMinutePasses();

        assertThat(complaint(greedy)).isEmpty();
    }

    @Test
    void timeInTheDatabaseCountsAgainstTheTimeOfOneConnection() {
        serve(modest, 1, 200, MINUTE / 2, 0);
        serve(greedy, 1, 200, MINUTE * 2 / 3, 0);
        aMinutePasses();

        assertThat(complaint(greedy)).contains("67", "50");
        assertThat(complaint(modest)).as("half of the time is its quota").isEmpty();
    }

    @Test
    void aModuleMayHaveAQuotaOfItsOwnForWhatItAllocates() {
        serve(modest, 60, 200, 0, 300_000_000);
        serve(greedy, 60, 200, 0, 300_000_000);
        aMinutePasses();

        assertThat(complaint(modest)).contains("300", "200");
        assertThat(complaint(greedy)).as("1,000 MB a second are allowed here").isEmpty();
    }
}
