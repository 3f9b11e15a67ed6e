package vn.kientao.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.platform.kernel.TestPlatform.ADMIN;
import static vn.kientao.platform.kernel.TestPlatform.SAMPLE;
import static vn.kientao.platform.kernel.TestPlatform.eventually;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.RolloutStatus.Step;
import vn.kientao.platform.api.module.SafeMode;
import vn.kientao.platform.api.module.Strategy;
import vn.kientao.platform.testing.OnEachDatabase;

/** Three crashes soon after a change, and the platform starts without it. */
@OnEachDatabase("kernel")
class SafeStartTest {
    @TempDir
    Path folder;

    private final Database database;
    private final Migrations migrations;
    private TestPlatform platform;

    SafeStartTest(Database database, Migrations migrations) {
        this.database = database;
        this.migrations = migrations;
    }

    @Test
    void threeCrashesAfterAnUpdateLeaveItOffUntilAPersonDecides() {
        start();
        platform.rollOut(ModuleJar.greeting("sample", "1.0.0"));
        platform.rollOut(ModuleJar.greeting("sample", "1.1.0"));
        crashAndStart();
        crashAndStart();
        eventually(() -> platform.ask("stp").equals("1.1.0"));
        assertThat(platform.parts().modules().safeMode())
                .as("two crashes are no reason")
                .isEmpty();
        crashAndStart();

        eventually(() -> platform.ask("stp").equals("1.0.0"));
        SafeMode mode = platform.parts().modules().safeMode().orElseThrow();
        assertThat(mode.leftOff()).isEqualTo(new Version("1.1.0"));
        assertThat(mode.serving()).contains(new Version("1.0.0"));
        assertThat(mode.crashes()).isEqualTo(3);
        assertThat(platform.parts()
                        .routes()
                        .desired()
                        .standard(SAMPLE)
                        .orElseThrow()
                        .version())
                .as("nothing was written")
                .isEqualTo(new Version("1.1.0"));

        assertThat(platform.rollBack().step()).isEqualTo(Step.DONE);
        assertThat(platform.parts().modules().safeMode()).isEmpty();
        crashAndStart();
        eventually(() -> platform.ask("stp").equals("1.0.0"));
        assertThat(platform.parts().modules().safeMode()).isEmpty();
        platform.close();
    }

    @Test
    void aFirstInstallThatCrashesThePlatformIsLeftOffAltogether() {
        start();
        platform.rollOut(ModuleJar.greeting("sample", "1.0.0"));
        crashAndStart();
        crashAndStart();
        crashAndStart();

        assertThat(platform.parts().modules().safeMode().orElseThrow().serving())
                .isEmpty();
        assertThat(platform.ask("stp")).isEqualTo("unknown");
        platform.close();
        start();
        eventually(() -> platform.ask("stp").equals("1.0.0"));
        platform.close();
    }

    @Test
    void aReleaseInItsStagesIsLeftOffAndTakenBackByAPerson() {
        start();
        platform.rollOut(ModuleJar.greeting("sample", "1.0.0"));
        long id = platform.parts()
                .control()
                .rollOut(
                        ModuleJar.greeting("sample", "1.1.0").stream(),
                        Strategy.parse("stp", Duration.ZERO, false),
                        ADMIN);
        eventually(() -> platform.ask("stp").equals("1.1.0"));
        crashAndStart();
        crashAndStart();
        crashAndStart();

        eventually(() -> platform.ask("stp").equals("1.0.0"));
        assertThat(rollout(id).ended()).isFalse();
        assertThat(platform.parts().control().rollBack(SAMPLE, ADMIN)).isEqualTo(id);
        assertThat(platform.await(id).step()).isEqualTo(Step.ROLLED_BACK);
        eventually(() -> platform.parts().modules().safeMode().isEmpty());
        assertThat(platform.ask("stp")).isEqualTo("1.0.0");
        platform.close();
    }

    @Test
    void orderlyStopsAreNoCrashes() {
        start();
        platform.rollOut(ModuleJar.greeting("sample", "1.0.0"));
        for (int i = 0; i < 4; i++) {
            platform.close();
            start();
        }
        eventually(() -> platform.ask("stp").equals("1.0.0"));
        assertThat(platform.parts().modules().safeMode()).isEmpty();
        platform.close();
    }

    private RolloutStatus rollout(long id) {
        return platform.parts().modules().rollout(id).orElseThrow();
    }

    private void start() {
        platform = TestPlatform.careful(folder, database, migrations, Clock.systemUTC());
    }

    private void crashAndStart() {
        platform.crash();
        start();
    }
}
