package vn.kientao.platform.kernel.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.kernel.artifact.Cut;

class LeaksTest {
    private static final Cut GOES = new Cut(new ModuleId("goes"), new Version(1, 0, 0), "0".repeat(64));
    private static final Cut STAYS = new Cut(new ModuleId("stays"), new Version(1, 0, 0), "1".repeat(64));

    private final AtomicLong now = new AtomicLong();
    private final Troubles troubles = new Troubles();
    private final Leaks leaks = new Leaks(troubles, Duration.ofMinutes(10), now::get);

    private static ClassLoader loader() {
        return new URLClassLoader(new URL[0]);
    }

    @Test
    void namesTheReleaseThatStaysAfterTenMinutesAndNoOther() {
        ClassLoader held = loader();
        leaks.watch(GOES, loader());
        leaks.watch(STAYS, held);

        now.addAndGet(Duration.ofMinutes(9).toNanos());
        leaks.tick();
        assertThat(leaks.leaked()).as("too early for a verdict").isZero();

        now.addAndGet(Duration.ofMinutes(2).toNanos());
        leaks.tick();

        assertThat(leaks.leaked()).isEqualTo(1);
        assertThat(leaks.waiting()).isZero();
        assertThat(troubles.worst(STAYS.module())).isPresent();
        assertThat(troubles.worst(GOES.module())).isEmpty();
        assertThat(held).isNotNull();
    }
}
