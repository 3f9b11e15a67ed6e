package vn.kientao.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.platform.kernel.TestPlatform.ADMIN;
import static vn.kientao.platform.kernel.TestPlatform.SAMPLE;
import static vn.kientao.platform.kernel.TestPlatform.eventually;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import vn.kientao.platform.api.module.Router.Lease;
import vn.kientao.platform.api.module.Router.Routing;
import vn.kientao.platform.testing.TestDatabase;

/** Updates while people work: nobody loses anything, and nothing stays behind. */
class HotUpdateTest {
    private static final int UPDATES = 50;
    private static final long CALLS = 100_000;

    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("kernel");

    @TempDir
    Path folder;

    private TestPlatform platform;

    @BeforeEach
    void start() {
        platform = new TestPlatform(folder, store.database(), store.migrations(), "main", TestPlatform.IMPATIENT);
        platform.rollOut(ModuleJar.greeting("sample", "1.0.0"));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void fiftyUpdatesLoseNoCallAndLeaveNoClasses() {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        try (Load load = new Load(platform, "stp")) {
            for (int update = 1; update <= UPDATES; update++) {
                loaders.add(liveLoader());
                assertThat(platform.rollOut(ModuleJar.greeting("sample", "1." + update + ".0"))
                                .succeeded())
                        .isTrue();
            }
            eventually(() -> load.answers() >= CALLS);
            assertThat(load.failure()).isEmpty();
        }
        assertThat(platform.moduleBundles()).hasSize(1);
        eventually(() -> {
            System.gc();
            return loaders.stream().allMatch(loader -> loader.get() == null);
        });
    }

    @Test
    void aRequestUnderWayFinishesOnItsRelease() {
        Routing.Serving serving = (Routing.Serving) platform.parts().router().route(SAMPLE, "stp");
        try (Lease lease = serving.lease()) {
            long rollout = platform.parts().control().rollOut(ModuleJar.greeting("sample", "1.1.0").stream(), ADMIN);
            eventually(() -> platform.ask("stp").equals("1.1.0"));

            assertThat(lease.release().services(Supplier.class).get(0).get()).isEqualTo("1.0.0");
            assertThat(platform.moduleBundles()).hasSize(2);

            // Patience ends: the rollout is over, the old release lingers for its one request.
            assertThat(platform.await(rollout).succeeded()).isTrue();
            assertThat(platform.parts().modules().find(SAMPLE).orElseThrow().problem())
                    .hasValueSatisfying(problem -> assertThat(problem.en()).contains("1.0.0", "1 request"));
            assertThat(platform.moduleBundles()).hasSize(2);
        }
        eventually(() -> platform.moduleBundles().size() == 1);
        eventually(() ->
                platform.parts().modules().find(SAMPLE).orElseThrow().problem().isEmpty());
    }

    @Test
    void goingBackToAReleaseThatIsStillBusyStartsItAnew() {
        Routing.Serving serving = (Routing.Serving) platform.parts().router().route(SAMPLE, "stp");
        try (Lease lease = serving.lease()) {
            platform.rollOut(ModuleJar.greeting("sample", "1.1.0"));

            assertThat(platform.rollBack().succeeded()).isTrue();

            assertThat(platform.ask("stp")).isEqualTo("1.0.0");
            assertThat(lease.release().bundle().getState()).isEqualTo(Bundle.ACTIVE);
        }
        eventually(() -> platform.moduleBundles().size() == 1);
        assertThat(platform.ask("stp")).isEqualTo("1.0.0");
    }

    @Test
    void oneAgencySwitchedOffAndOnIsNotNoticedByAnother() {
        try (Load load = new Load(platform, "snv")) {
            for (int i = 0; i < 50; i++) {
                platform.parts().control().disable(SAMPLE, "stp", ADMIN);
                assertThat(platform.ask("stp")).isEqualTo("off");
                platform.parts().control().enable(SAMPLE, "stp", ADMIN);
                assertThat(platform.ask("stp")).isEqualTo("1.0.0");
            }
            assertThat(load.answers()).isPositive();
            assertThat(load.failure()).isEmpty();
        }
    }

    private WeakReference<ClassLoader> liveLoader() {
        return new WeakReference<>(
                platform.moduleBundles().get(0).adapt(BundleWiring.class).getClassLoader());
    }
}
