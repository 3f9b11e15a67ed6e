package vn.kientao.platform.kernel.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Router.Lease;
import vn.kientao.platform.api.module.Served;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.FrameworkProperties;
import vn.kientao.platform.kernel.live.LiveRelease;

class CrowdingTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final LiveRelease release = Releases.of("slow");
    private final Crowding crowding =
            new Crowding(settings(Map.of("kientao.quarantine.seconds", "60", "kientao.quarantine.timeouts", "10")));
    private long now = 1;

    private static FaultSettings settings(Map<String, String> values) {
        return FaultSettings.of(new FrameworkProperties(name -> Optional.ofNullable(values.get(name))));
    }

    /** Looks once a second; the sentence of the verdict, when there is one. */
    private Optional<LocalText> lookFor(int seconds) {
        for (int i = 0; i < seconds; i++) {
            LocalText verdict = crowding.look(List.of(release), now).get(release);
            now += SECOND;
            if (verdict != null) {
                return Optional.of(verdict);
            }
        }
        return Optional.empty();
    }

    private void answer(int requests, int timedOut) {
        try (Lease lease = release.lease().orElseThrow()) {
            for (int i = 0; i < requests; i++) {
                lease.served(new Served("", "GET /", i < timedOut ? 503 : 200, 1, 0, 0));
            }
            for (int i = 0; i < timedOut; i++) {
                lease.timedOut();
            }
        }
    }

    @Test
    void aReleaseThatLetsMostRequestsRunIntoTheTimeOutIsNamed() {
        assertThat(lookFor(5)).isEmpty();
        answer(12, 9);
        assertThat(lookFor(5)).as("nine are not ten").isEmpty();
        answer(3, 1);

        assertThat(lookFor(1))
                .hasValueSatisfying(
                        reason -> assertThat(reason.en()).contains("1.0.0", "10 requests ran into the time-out", "15"));
    }

    @Test
    void oneSlowPageAmongManyQuickOnesIsNoReason() {
        lookFor(1);
        answer(200, 40);

        assertThat(lookFor(120)).isEmpty();
    }

    @Test
    void timeOutsOfLongAgoAreForgotten() {
        lookFor(1);
        answer(9, 9);
        assertThat(lookFor(62)).isEmpty();
        answer(9, 9);

        assertThat(lookFor(30)).isEmpty();
    }

    @Test
    void settingsNameWhatIsWrong() {
        assertThatThrownBy(() -> settings(Map.of("kientao.bulkhead", "many")))
                .hasMessage("kientao.bulkhead: 'many' (expected: a whole number)");
        assertThatThrownBy(() -> settings(Map.of("kientao.bulkhead", "0"))).hasMessageContaining("at least 1");
    }

    @Test
    void aModuleMayHaveAQuotaOfItsOwn() {
        FaultSettings settings = settings(Map.of("kientao.quota.errors", "7", "kientao.quota.slow.errors", "3"));

        assertThat(settings.quota(new ModuleId("slow")).errors()).isEqualTo(3);
        assertThat(settings.quota(new ModuleId("other")).errors()).isEqualTo(7);
        assertThat(settings.quota(new ModuleId("other")).database()).isEqualTo(50);
    }
}
