package vn.kientao.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kientao.platform.kernel.TestPlatform.ADMIN;
import static vn.kientao.platform.kernel.TestPlatform.SAMPLE;
import static vn.kientao.platform.kernel.TestPlatform.eventually;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.RolloutStatus.Step;
import vn.kientao.platform.api.module.RolloutStatus.StepTaken;
import vn.kientao.platform.api.module.Strategy;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.kernel.rollout.Policy;
import vn.kientao.platform.kernel.rollout.Policy.Approval;
import vn.kientao.platform.kernel.rollout.Policy.Hours;
import vn.kientao.platform.kernel.sample.FadingActivator;
import vn.kientao.platform.kernel.sample.Greeting;
import vn.kientao.platform.testing.OnEachDatabase;

/** One agency first, then the others: on a real framework and each database. */
@OnEachDatabase("kernel")
class StagedRolloutTest {
    private static final Actor SECOND = Actor.system("second");

    @TempDir
    Path folder;

    private final Database database;
    private final Migrations migrations;
    private TestPlatform platform;

    StagedRolloutTest(Database database, Migrations migrations) {
        this.database = database;
        this.migrations = migrations;
    }

    @BeforeEach
    void start() {
        platform = new TestPlatform(folder, database, migrations);
        platform.rollOut(ModuleJar.greeting("sample", "1.0.0"));
    }

    @AfterEach
    void stop() {
        System.clearProperty("kientao.test.fading");
        platform.close();
    }

    @Test
    void chosenAgenciesGetItFirstAndEverybodyWhenAPersonPromotes() {
        long id = canary(ModuleJar.greeting("sample", "1.1.0"), byHand("stp"));

        assertThat(platform.ask("stp")).isEqualTo("1.1.0");
        assertThat(platform.ask("snv")).isEqualTo("1.0.0");
        assertThat(status(id).progress().agencies()).containsExactly("stp");

        platform.parts().control().promote(id, ADMIN);
        RolloutStatus end = platform.await(id);

        assertThat(end.step()).isEqualTo(Step.DONE);
        assertThat(end.steps())
                .extracting(StepTaken::step)
                .containsSubsequence(Step.VERIFIED, Step.CANARY, Step.PROMOTED, Step.DONE);
        assertThat(platform.ask("snv")).isEqualTo("1.1.0");
        assertThat(platform.moduleBundles()).hasSize(1);
        assertThat(end.progress().agencies()).isEmpty();
    }

    @Test
    void itWidensByItselfWhenEnoughWasAskedAndAllIsWell() {
        long id = canary(ModuleJar.greeting("sample", "1.1.0"), byItself("50%"));
        assertThat(List.of(platform.ask("stp"), platform.ask("snv")))
                .as("half of two agencies")
                .containsExactlyInAnyOrder("1.0.0", "1.1.0");

        eventually(() -> notes(id).contains("too few"));
        serveUntilEnded(id, 200, 1);

        assertThat(status(id).step()).isEqualTo(Step.DONE);
        assertThat(notes(id)).contains("Good:");
        assertThat(platform.ask("stp")).isEqualTo("1.1.0");
    }

    @Test
    void errorsTakeItBack() {
        long id = canary(ModuleJar.greeting("sample", "1.1.0"), byHand("stp"));

        serveUntilEnded(id, 500, 1);

        RolloutStatus end = status(id);
        assertThat(end.step()).isEqualTo(Step.ROLLED_BACK);
        assertThat(end.reason().orElseThrow().en()).contains("errors in").contains("Went back by itself");
        assertThat(platform.ask("stp")).isEqualTo("1.0.0");
        eventually(() -> platform.moduleBundles().size() == 1);
    }

    @Test
    void slownessTakesItBack() {
        long id = canary(ModuleJar.greeting("sample", "1.1.0"), byHand("stp"));

        serveUntilEnded(id, 200, 40);

        assertThat(status(id).step()).isEqualTo(Step.ROLLED_BACK);
        assertThat(status(id).reason().orElseThrow().en()).contains("times slower");
        assertThat(platform.ask("stp")).isEqualTo("1.0.0");
    }

    @Test
    void failingHealthTakesItBack() {
        ModuleJar fading =
                ModuleJar.of("sample", "1.1.0").activator(FadingActivator.class).type(Greeting.class);
        long id = canary(fading, byHand("stp"));

        System.setProperty("kientao.test.fading", "true");
        RolloutStatus end = platform.await(id);

        assertThat(end.step()).isEqualTo(Step.ROLLED_BACK);
        assertThat(end.reason().orElseThrow().vi()).contains("mực đã khô");
        assertThat(platform.ask("stp")).isEqualTo("1.0.0");
    }

    @Test
    void aPausedRolloutStaysAndAPersonMayTakeItBack() {
        long id = canary(ModuleJar.greeting("sample", "1.1.0"), byItself("stp"));
        platform.parts().control().pause(id, ADMIN);
        for (int i = 0; i < 40; i++) {
            platform.serve("stp", 200, 1);
            platform.serve("snv", 200, 1);
        }
        LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());

        assertThat(status(id).ended()).isFalse();
        assertThat(status(id).progress().paused()).isTrue();

        platform.parts().control().takeBack(id, ADMIN);
        assertThat(platform.await(id).step()).isEqualTo(Step.ROLLED_BACK);
        assertThat(status(id).reason().orElseThrow().en()).contains("test has taken");
        assertThat(platform.ask("stp")).isEqualTo("1.0.0");
        assertThatThrownBy(() -> platform.parts().control().pause(id, ADMIN)).hasMessageContaining("not in its stages");
    }

    @Test
    void peopleWhoSpeakAtTheSameTimeAreAllHeard() {
        long id = canary(ModuleJar.greeting("sample", "1.1.0"), byHand("stp"));

        List<CompletableFuture<Void>> people = Stream.of(1, 2)
                .map(person -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 20; i++) {
                        platform.parts().control().pause(id, ADMIN);
                    }
                }))
                .toList();

        assertThat(people).allSatisfy(person -> assertThat(person).succeedsWithin(Duration.ofSeconds(20)));
        assertThat(status(id).progress().paused()).isTrue();
    }

    @Test
    void aStopInTheMiddleOfTheStartSaysNothingAboutTheCanary() {
        long id = canary(ModuleJar.greeting("sample", "1.1.0"), byHand("stp"));

        for (int i = 0; i < 6; i++) {
            platform.close();
            platform = new TestPlatform(folder, database, migrations);
            LockSupport.parkNanos(Duration.ofMillis(30L * i).toNanos());
        }

        eventually(() -> platform.ask("stp").equals("1.1.0"));
        assertThat(platform.ask("snv")).isEqualTo("1.0.0");
        assertThat(status(id).ended()).isFalse();
    }

    @Test
    void goingBackTakesARolloutInItsStagesBack() {
        long id = canary(ModuleJar.greeting("sample", "1.1.0"), byHand("stp"));

        assertThat(platform.parts().control().rollBack(SAMPLE, ADMIN)).isEqualTo(id);

        assertThat(platform.await(id).step()).isEqualTo(Step.ROLLED_BACK);
        assertThat(platform.ask("stp")).isEqualTo("1.0.0");
    }

    @Test
    void twoReleasesServeTwoAgenciesAcrossARestart() {
        long id = canary(ModuleJar.greeting("sample", "1.1.0"), byHand("stp"));
        platform.close();

        platform = new TestPlatform(folder, database, migrations);
        eventually(() -> platform.ask("stp").equals("1.1.0"));
        assertThat(platform.ask("snv")).isEqualTo("1.0.0");
        assertThat(status(id).ended()).isFalse();

        platform.parts().control().promote(id, ADMIN);
        assertThat(platform.await(id).step()).isEqualTo(Step.DONE);
        assertThat(platform.ask("snv")).isEqualTo("1.1.0");
    }

    @Test
    void stagesThatNameAnUnknownAgencyAreRefused() {
        assertThatThrownBy(() -> canary(ModuleJar.greeting("sample", "1.1.0"), byHand("nowhere")))
                .hasMessageContaining("nowhere");
        assertThat(platform.moduleBundles()).hasSize(1);
    }

    @Test
    void aSecondPersonMustApproveWhatTheFirstAskedFor() {
        decide(Approval.CHANGES, List.of());
        long id = platform.parts().control().rollOut(ModuleJar.greeting("sample", "1.1.0").stream(), ADMIN);
        eventually(() -> status(id).step() == Step.AWAITING_APPROVAL);
        assertThat(platform.ask("stp")).isEqualTo("1.0.0");
        assertThatThrownBy(() -> platform.parts().control().approve(id, ADMIN)).hasMessageContaining("second");

        platform.close();
        platform = new TestPlatform(folder, database, migrations);
        decide(Approval.CHANGES, List.of());
        eventually(() -> platform.ask("stp").equals("1.0.0"));
        platform.parts().control().approve(id, SECOND);

        assertThat(platform.await(id).step()).isEqualTo(Step.DONE);
        assertThat(status(id).progress().approvedBy()).contains("system:second");
        assertThat(platform.ask("stp")).isEqualTo("1.1.0");
    }

    @Test
    void whatASecondPersonTurnsDownNeverServes() {
        decide(Approval.CHANGES, List.of());
        long id = platform.parts().control().rollOut(ModuleJar.greeting("sample", "1.1.0").stream(), ADMIN);
        eventually(() -> status(id).step() == Step.AWAITING_APPROVAL);

        platform.parts().control().turnDown(id, SECOND);

        assertThat(platform.await(id).step()).isEqualTo(Step.FAILED);
        assertThat(status(id).reason().orElseThrow().en()).contains("second has turned");
        assertThat(platform.ask("stp")).isEqualTo("1.0.0");
    }

    @Test
    void nothingBeginsInQuietHoursButTheWayBack() {
        platform.rollOut(ModuleJar.greeting("sample", "1.0.1"));
        decide(Approval.NONE, List.of(new Hours(LocalTime.MIN, LocalTime.MAX)));

        assertThatThrownBy(() -> platform.rollOut(ModuleJar.greeting("sample", "1.1.0")))
                .hasMessageContaining("quiet hours");
        assertThat(platform.rollBack().succeeded()).isTrue();
        assertThat(platform.ask("stp")).isEqualTo("1.0.0");
    }

    private long canary(ModuleJar jar, Strategy strategy) {
        long id = platform.parts().control().rollOut(jar.stream(), strategy, ADMIN);
        eventually(() -> List.of(platform.ask("stp"), platform.ask("snv")).contains("1.1.0")
                || status(id).ended());
        assertThat(status(id).step()).as("%s", status(id)).isEqualTo(Step.CANARY);
        return id;
    }

    /** Lets people work: the new release answers with {@code status} and takes so many times as long as the old one. */
    private void serveUntilEnded(long id, int status, int slower) {
        eventually(() -> {
            for (int i = 0; i < 10; i++) {
                platform.serveWith("1.1.0", status, slower);
                platform.serveWith("1.0.0", 200, 1);
            }
            return status(id).ended();
        });
    }

    private void decide(Approval approval, List<Hours> quiet) {
        platform.policy = new Policy(approval, quiet, platform.policy.limits(), true);
    }

    private RolloutStatus status(long id) {
        return platform.parts().modules().rollout(id).orElseThrow();
    }

    private String notes(long id) {
        return status(id).progress().notes().toString();
    }

    private static Strategy byHand(String stages) {
        return Strategy.parse(stages, Duration.ZERO, false);
    }

    private static Strategy byItself(String stages) {
        return Strategy.parse(stages, Duration.ZERO, true);
    }
}
