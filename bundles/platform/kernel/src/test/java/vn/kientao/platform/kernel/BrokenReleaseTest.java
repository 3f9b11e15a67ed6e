package vn.kientao.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.platform.kernel.TestPlatform.SAMPLE;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.RolloutStatus.Step;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.kernel.sample.FailingComponent;
import vn.kientao.platform.kernel.sample.HangingActivator;
import vn.kientao.platform.kernel.sample.NeedyComponent;
import vn.kientao.platform.kernel.sample.SickActivator;
import vn.kientao.platform.kernel.sample.ThrowingActivator;
import vn.kientao.platform.testing.TestDatabase;

/** Whatever is wrong with a release: it never serves, the live one never notices, and one sentence says why. */
class BrokenReleaseTest {
    @RegisterExtension
    final TestDatabase store = TestDatabase.h2("kernel");

    @TempDir
    Path folder;

    private TestPlatform platform;
    private Load load;

    @BeforeEach
    void start() {
        platform = new TestPlatform(folder, store.database(), store.migrations(), "main", TestPlatform.IMPATIENT);
        platform.rollOut(ModuleJar.greeting("sample", "1.0.0"));
        load = new Load(platform, "stp");
    }

    @AfterEach
    void stop() {
        load.close();
        platform.close();
    }

    @Test
    void activatorThrows() {
        refused(broken().activator(ThrowingActivator.class), "does not start: the till is empty");
    }

    @Test
    void activatorHangs() {
        RolloutStatus end = platform.rollOut(broken().activator(HangingActivator.class));

        assertThat(end.reason().orElseThrow().en()).contains("has not started within 5 seconds");
        stillServing();
        assertThat(platform.rollOut(ModuleJar.greeting("sample", "1.2.0")).succeeded())
                .as("a hanging release does not stand in the way of the next")
                .isTrue();
    }

    @Test
    void importIsMissing() {
        refused(broken().imports("vn.nowhere;version=\"[1.4,2)\""), "needs package vn.nowhere [1.4.0,2.0.0)");
    }

    @Test
    void importIsThereInAnotherVersion() {
        refused(
                broken().imports("vn.kientao.platform.api.module;version=\"[1.9,2)\""),
                "needs package vn.kientao.platform.api.module [1.9.0,2.0.0); 1.0.0 is there");
    }

    @Test
    void serviceIsMissing() {
        refused(
                broken().component(NeedyComponent.class, "", "java.util.concurrent.Callable"),
                "needs service Callable (for component NeedyComponent)");
    }

    @Test
    void componentFails() {
        refused(
                broken().component(FailingComponent.class, "java.util.function.Supplier", ""),
                "component FailingComponent does not start: the ink is dry");
    }

    @Test
    void healthProbeSaysIll() {
        refused(broken().activator(SickActivator.class), "not well: the number store is away");
    }

    @Test
    void gateRefuses() {
        platform.gate.refusal = Optional.of(new LocalText("thiếu quyền", "a route has no permission"));

        refused(broken(), "a route has no permission");

        assertThat(platform.gate.forgotten).hasSize(1);
    }

    private static ModuleJar broken() {
        return ModuleJar.of("sample", "1.1.0");
    }

    private void refused(ModuleJar jar, String words) {
        RolloutStatus end = platform.rollOut(jar);

        assertThat(end.step()).isEqualTo(Step.FAILED);
        assertThat(end.reason().orElseThrow().en()).contains(words);
        assertThat(end.reason().orElseThrow().vi()).isNotBlank();
        assertThat(platform.moduleBundles()).hasSize(1);
        stillServing();
    }

    private void stillServing() {
        assertThat(load.failure()).isEmpty();
        assertThat(platform.ask("stp")).isEqualTo("1.0.0");
        assertThat(platform.parts().modules().find(SAMPLE).orElseThrow().problem())
                .isEmpty();
    }
}
