package vn.kientao.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.platform.kernel.TestPlatform.SAMPLE;
import static vn.kientao.platform.kernel.TestPlatform.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.kientao.platform.api.module.ModuleState;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.kernel.sample.ThrowingActivator;
import vn.kientao.platform.testing.TestDatabase;

/** Modules that travel with the platform: received once, never against an administrator's decision. */
class ShippedModulesTest {

    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("kernel");

    @TempDir
    Path folder;

    @Test
    void areReceivedAtTheFirstStartAndKeptAtTheNext() throws IOException {
        ship(ModuleJar.greeting("sample", "1.0.0"));

        try (TestPlatform platform = start()) {
            eventually(() -> platform.ask("stp").equals("1.0.0"));
            assertThat(platform.parts().modules().missing()).isEmpty();
        }
        try (TestPlatform platform = start()) {
            eventually(() -> platform.ask("stp").equals("1.0.0"));
            assertThat(platform.parts().modules().rollouts(10)).hasSize(1);
        }
    }

    @Test
    void newerOnesUpdateWhatServes() throws IOException {
        try (TestPlatform platform = start()) {
            platform.rollOut(ModuleJar.greeting("sample", "1.0.0"));
        }
        ship(ModuleJar.greeting("sample", "1.1.0"));

        try (TestPlatform platform = start()) {
            eventually(() -> platform.ask("stp").equals("1.1.0"));
        }
    }

    @Test
    void olderOnesNeverReplaceWhatServes() throws IOException {
        ship(ModuleJar.greeting("sample", "1.0.0"));
        try (TestPlatform platform = start()) {
            eventually(() -> platform.ask("stp").equals("1.0.0"));
            platform.await(platform.parts().modules().rollouts(1).get(0).id());
            platform.rollOut(ModuleJar.greeting("sample", "2.0.0"));
        }

        try (TestPlatform platform = start()) {
            eventually(() -> platform.ask("stp").equals("2.0.0"));
            assertThat(platform.parts().modules().rollouts(10)).hasSize(2);
        }
    }

    @Test
    void oneThatWasTakenBackIsNotForcedAgain() throws IOException {
        try (TestPlatform platform = start()) {
            platform.rollOut(ModuleJar.greeting("sample", "1.0.0"));
        }
        ship(ModuleJar.greeting("sample", "1.1.0"));
        try (TestPlatform platform = start()) {
            eventually(() -> platform.ask("stp").equals("1.1.0"));
            platform.await(platform.parts().modules().rollouts(1).get(0).id());
            platform.rollBack();
        }

        try (TestPlatform platform = start()) {
            eventually(() -> platform.ask("stp").equals("1.0.0"));
            assertThat(platform.parts().modules().rollouts(10)).hasSize(3);
        }
    }

    @Test
    void oneThatDoesNotComeUpIsNamedAndTheOthersGoOn() throws IOException {
        ship(ModuleJar.greeting("sample", "1.0.0"));
        ship(ModuleJar.of("broken", "1.0.0").activator(ThrowingActivator.class));

        try (TestPlatform platform = start()) {
            eventually(() -> platform.ask("stp").equals("1.0.0"));
            eventually(() -> platform.parts().modules().missing().isEmpty());
            ModuleStatus broken = platform.parts().modules().all().get(0);
            assertThat(broken.state()).isEqualTo(ModuleState.AWAY);
            assertThat(broken.problem())
                    .hasValueSatisfying(problem -> assertThat(problem.en()).contains("the till is empty"));
            assertThat(platform.parts().modules().find(SAMPLE)).isPresent();
        }
    }

    private TestPlatform start() {
        return new TestPlatform(folder, store.database(), store.migrations());
    }

    private void ship(ModuleJar jar) throws IOException {
        byte[] bytes = jar.bytes();
        Files.write(TestPlatform.shipped(folder).resolve(bytes.length + ".jar"), bytes);
    }
}
