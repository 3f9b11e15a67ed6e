package vn.kientao.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.platform.kernel.TestPlatform.ADMIN;
import static vn.kientao.platform.kernel.TestPlatform.SAMPLE;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.module.ModuleState;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.RolloutStatus.Kind;
import vn.kientao.platform.api.module.RolloutStatus.Step;
import vn.kientao.platform.api.module.RolloutStatus.StepTaken;
import vn.kientao.platform.testing.OnEachDatabase;

/** Install, update, go back, switch off: on a real framework and each database. */
@OnEachDatabase("kernel")
class RolloutTest {
    @TempDir
    Path folder;

    private final Database database;
    private final Migrations migrations;
    private TestPlatform platform;

    RolloutTest(Database database, Migrations migrations) {
        this.database = database;
        this.migrations = migrations;
    }

    @BeforeEach
    void start() {
        platform = new TestPlatform(folder, database, migrations);
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    @Test
    void firstInstallServesEverybody() {
        assertThat(platform.ask("stp")).isEqualTo("unknown");

        RolloutStatus end = platform.rollOut(ModuleJar.greeting("sample", "1.0.0"));

        assertThat(end.kind()).isEqualTo(Kind.INSTALL);
        assertThat(end.reason()).isEmpty();
        assertThat(end.steps())
                .extracting(StepTaken::step)
                .containsExactly(
                        Step.RECEIVED,
                        Step.PLANNED,
                        Step.STAGED,
                        Step.VERIFIED,
                        Step.PROMOTED,
                        Step.DRAINING,
                        Step.DONE);
        assertThat(platform.ask("stp")).isEqualTo("1.0.0");
        ModuleStatus status = platform.parts().modules().find(SAMPLE).orElseThrow();
        assertThat(status.state()).isEqualTo(ModuleState.LIVE);
        assertThat(status.name().vi()).isEqualTo("Phân hệ mẫu");
        assertThat(platform.parts().modules().missing()).isEmpty();
        assertThat(platform.audit.actions()).containsExactly("kernel.receive", "kernel.install");
    }

    @Test
    void updateReplacesTheOldReleaseAndRetiresIt() {
        platform.rollOut(ModuleJar.greeting("sample", "1.0.0"));

        RolloutStatus end = platform.rollOut(ModuleJar.greeting("sample", "1.1.0"));

        assertThat(end.succeeded()).isTrue();
        assertThat(end.from()).contains(new Version("1.0.0"));
        assertThat(platform.ask("stp")).isEqualTo("1.1.0");
        assertThat(platform.moduleBundles()).hasSize(1);
        assertThat(platform.gate.forgotten).containsExactly(new Version("1.0.0"));
        assertThat(platform.parts().modules().find(SAMPLE).orElseThrow().retained())
                .containsExactly(new Version("1.0.0"));
    }

    @Test
    void rollBackReturnsToTheVersionBefore() {
        platform.rollOut(ModuleJar.greeting("sample", "1.0.0"));
        platform.rollOut(ModuleJar.greeting("sample", "1.1.0"));

        RolloutStatus end = platform.rollBack();

        assertThat(end.succeeded()).isTrue();
        assertThat(end.kind()).isEqualTo(Kind.ROLLBACK);
        assertThat(platform.ask("stp")).isEqualTo("1.0.0");
        assertThatThrownBy(platform::rollBack)
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("no version before");
        assertThat(platform.rollOut(ModuleJar.greeting("sample", "1.1.0")).succeeded())
                .as("the same content may come back")
                .isTrue();
    }

    @Test
    void rollBackDoesNotLeadToAVersionThatWasTakenBackFrom() {
        platform.rollOut(ModuleJar.greeting("sample", "1.0.0"));
        platform.rollOut(ModuleJar.greeting("sample", "1.1.0"));
        platform.rollBack();
        platform.rollOut(ModuleJar.greeting("sample", "1.2.0"));

        assertThat(platform.parts().modules().find(SAMPLE).orElseThrow().retained())
                .containsExactly(new Version("1.0.0"), new Version("1.1.0"));
        assertThat(platform.rollBack().succeeded()).isTrue();
        assertThat(platform.ask("stp")).isEqualTo("1.0.0");
    }

    @Test
    void sameVersionWithOtherContentIsRefused() {
        platform.rollOut(ModuleJar.greeting("sample", "1.0.0"));

        assertThatThrownBy(() ->
                        platform.rollOut(ModuleJar.greeting("sample", "1.0.0").text("more.txt", "more")))
                .hasMessageContaining("other content");
        assertThatThrownBy(() -> platform.rollOut(ModuleJar.greeting("sample", "1.0.0")))
                .hasMessageContaining("serves already");
        assertThatThrownBy(() -> platform.rollOut(ModuleJar.greeting("sample", "0.9.0")))
                .hasMessageContaining("older");
        assertThat(platform.ask("stp")).isEqualTo("1.0.0");
    }

    @Test
    void developmentVersionsMayComeBackWithOtherContent() {
        platform.rollOut(ModuleJar.greeting("sample", "1.0.0.SNAPSHOT"));

        RolloutStatus end =
                platform.rollOut(ModuleJar.greeting("sample", "1.0.0.SNAPSHOT").text("more.txt", "more"));

        assertThat(end.succeeded()).isTrue();
        assertThat(platform.moduleBundles()).hasSize(1);
        assertThat(platform.ask("stp")).isEqualTo("1.0.0.SNAPSHOT");
    }

    @Test
    void agenciesAreSwitchedOffAndOnOneByOne() {
        platform.rollOut(ModuleJar.greeting("sample", "1.0.0"));

        platform.parts().control().disable(SAMPLE, "stp", ADMIN);

        assertThat(platform.ask("stp")).isEqualTo("off");
        assertThat(platform.ask("snv")).isEqualTo("1.0.0");
        assertThat(platform.parts().modules().find(SAMPLE).orElseThrow().off()).isEqualTo(Set.of("stp"));

        platform.parts().control().enable(SAMPLE, "stp", ADMIN);

        assertThat(platform.ask("stp")).isEqualTo("1.0.0");
        assertThat(platform.audit.actions()).endsWith("kernel.disable", "kernel.enable");
    }

    @Test
    void unknownModulesAndAgenciesAreRefused() {
        assertThatThrownBy(() -> platform.parts().control().disable(SAMPLE, "stp", ADMIN))
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("no module sample");
        assertThatThrownBy(() -> platform.parts().control().disable(SAMPLE, "nowhere", ADMIN))
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> platform.rollBack()).isInstanceOf(ReleaseRefusedException.class);
    }

    @Test
    void failingMigrationNamesItsScriptAndTheOldReleaseServesOn() {
        platform.rollOut(ModuleJar.greeting("sample", "1.0.0"));

        RolloutStatus end = platform.rollOut(ModuleJar.greeting("sample", "1.1.0")
                .text("db/expand/V001__broken.sql", "CREATE TABLE sample.a (id BIGINT); CREATE NONSENSE"));

        assertThat(end.step()).isEqualTo(Step.FAILED);
        assertThat(end.reason().orElseThrow().en()).contains("migration V001__broken.sql failed");
        assertThat(platform.ask("stp")).isEqualTo("1.0.0");
    }

    @Test
    void contractClosesTheWayBack() {
        platform.rollOut(dataModule("1.0.0"));
        platform.rollOut(
                dataModule("1.1.0").text("db/contract/V001__drop.sql", "ALTER TABLE sample.a DROP COLUMN old"));
        assertThat(platform.parts().modules().find(SAMPLE).orElseThrow().retained())
                .as("nothing is contracted as long as nobody moves on")
                .containsExactly(new Version("1.0.0"));

        RolloutStatus end = platform.rollOut(
                dataModule("1.2.0").text("db/contract/V001__drop.sql", "ALTER TABLE sample.a DROP COLUMN old"));

        assertThat(end.succeeded()).isTrue();
        assertThat(database.<Long>read(h -> h.createQuery(
                                "SELECT COUNT(*) FROM information_schema.columns WHERE table_schema = 'sample' AND column_name = 'old'")
                        .mapTo(Long.class)
                        .one()))
                .isZero();
        assertThat(platform.parts().modules().find(SAMPLE).orElseThrow().retained())
                .containsExactly(new Version("1.1.0"));
        assertThat(platform.rollBack().to()).isEqualTo(new Version("1.1.0"));
        assertThatThrownBy(platform::rollBack)
                .isInstanceOf(ReleaseRefusedException.class)
                .hasMessageContaining("contracted");
    }

    private static ModuleJar dataModule(String version) {
        return ModuleJar.greeting("sample", version)
                .text("db/expand/V001__a.sql", "CREATE TABLE sample.a (id BIGINT, old BIGINT)");
    }

    @Test
    void twoReleasesServeTwoAgenciesAtOnce() {
        platform.rollOut(ModuleJar.greeting("sample", "1.0.0"));
        platform.rollOut(ModuleJar.greeting("sample", "1.1.0"));

        platform.parts().diversions().divert(SAMPLE, "stp", new Version("1.0.0"), "admin");

        assertThat(platform.ask("stp")).isEqualTo("1.0.0");
        assertThat(platform.ask("snv")).isEqualTo("1.1.0");

        platform.parts().diversions().straighten(SAMPLE, "stp", "admin");

        assertThat(platform.ask("stp")).isEqualTo("1.1.0");
        assertThat(platform.moduleBundles()).hasSize(1);
    }
}
