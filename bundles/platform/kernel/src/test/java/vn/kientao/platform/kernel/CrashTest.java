package vn.kientao.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kientao.platform.kernel.TestPlatform.ADMIN;
import static vn.kientao.platform.kernel.TestPlatform.SAMPLE;
import static vn.kientao.platform.kernel.TestPlatform.eventually;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.DatabaseException;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.module.RolloutStatus.Step;
import vn.kientao.platform.api.module.Strategy;
import vn.kientao.platform.testing.OnEachDatabase;

/** A process dies at whatever write of a rollout: the next one finishes or undoes it. */
@OnEachDatabase("kernel")
class CrashTest {
    private static final Logger log = LoggerFactory.getLogger(CrashTest.class);
    private static final int MOST_WRITES = 30;

    @TempDir
    Path folder;

    private final Database database;
    private final Migrations migrations;

    CrashTest(Database database, Migrations migrations) {
        this.database = database;
        this.migrations = migrations;
    }

    @Test
    void everyWriteMayBeTheLast() {
        String serving = installFirst();
        int survived = 0;
        int deaths = 0;
        for (int writes = 0; survived < 2 && writes < MOST_WRITES; writes++) {
            for (boolean answerLost : List.of(false, true)) {
                String next = "1." + (writes + 1) + (answerLost ? ".1" : ".0");
                boolean died = update(next, writes, answerLost);
                serving = serving(serving, next);
                deaths += died ? 1 : 0;
                survived += died ? 0 : 1;
            }
        }
        log.info("{} deaths, each finished or undone", deaths);
        assertThat(deaths).isGreaterThan(10);
        assertThat(survived).isGreaterThanOrEqualTo(2);
    }

    @Test
    void everyWriteOfAStagedRolloutMayBeTheLast() {
        String serving = installFirst();
        Set<Step> found = new HashSet<>();
        int survived = 0;
        for (int writes = 0; survived == 0 && writes < MOST_WRITES; writes++) {
            String next = "1." + (writes + 1) + ".0";
            boolean answerLost = writes % 2 == 0;
            boolean died = stageAndPromote(next, writes, answerLost);
            serving = servingAfterStages(serving, next, found);
            survived += died ? 0 : 1;
        }
        assertThat(found).contains(Step.FAILED, Step.CANARY, Step.DONE);
    }

    /** One agency first, then everybody, on a process that dies; returns whether it did. */
    private boolean stageAndPromote(String version, int writes, boolean answerLost) {
        MortalDatabase mortal = new MortalDatabase(database, writes, answerLost);
        try (TestPlatform platform = new TestPlatform(folder, mortal, migrations)) {
            long rollout = platform.parts()
                    .control()
                    .rollOut(
                            ModuleJar.greeting("sample", version).stream(),
                            Strategy.parse("stp", Duration.ZERO, false),
                            ADMIN);
            eventually(() -> mortal.dead() || platform.ask("stp").equals(version));
            if (!mortal.dead()) {
                platform.parts().control().promote(rollout, ADMIN);
            }
            eventually(() -> mortal.dead() || ended(rollout));
            return mortal.dead();
        } catch (DatabaseException e) {
            return true;
        }
    }

    /** What a new process makes of it: never served, done, or two releases for two agencies as before. */
    private String servingAfterStages(String before, String next, Set<Step> found) {
        try (TestPlatform platform = new TestPlatform(folder, database, migrations)) {
            eventually(() -> platform.parts().modules().missing().isEmpty());
            eventually(() -> platform.parts().modules().rollouts(100).stream()
                    .allMatch(rollout -> rollout.ended() || rollout.step() == Step.CANARY));
            Optional<RolloutStatus> rollout = platform.parts().modules().rollouts(1).stream()
                    .filter(newest -> newest.to().equals(new Version(next)))
                    .findFirst();
            rollout.map(RolloutStatus::step).ifPresent(found::add);
            if (rollout.isPresent() && !rollout.get().ended()) {
                finish(platform, rollout.get(), before, next);
            }
            String serving = platform.ask("snv");
            assertThat(serving).isIn(before, next).isEqualTo(platform.ask("stp"));
            eventually(() -> platform.moduleBundles().size() == 1);
            return serving;
        }
    }

    /** What was half-way is still so; a wish that was left before the crash is granted, else it is taken back now. */
    private void finish(TestPlatform platform, RolloutStatus rollout, String before, String next) {
        eventually(() -> ended(rollout.id())
                || (platform.ask("stp").equals(next) && platform.ask("snv").equals(before)));
        try {
            platform.parts().control().takeBack(rollout.id(), ADMIN);
        } catch (ReleaseRefusedException e) {
            log.info("The promotion that was asked for before the crash has come first", e);
        }
        platform.await(rollout.id());
    }

    @Test
    void artifactsComeBackFromTheDatabaseWhenTheFilesAreGoneOrSpoiled() throws IOException {
        installFirst();
        Path kept;
        try (var files = Files.list(folder.resolve("artifacts-main"))) {
            kept = files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(kept, "spoiled");

        try (TestPlatform platform = new TestPlatform(folder, database, migrations)) {
            eventually(() -> platform.ask("stp").equals("1.0.0"));
        }
    }

    @Test
    void nodesFollowEachOther() {
        installFirst();
        try (TestPlatform here = new TestPlatform(folder, database, migrations, "here", TestPlatform.PATIENT);
                TestPlatform there = new TestPlatform(folder, database, migrations, "there", TestPlatform.PATIENT)) {
            eventually(() -> there.ask("stp").equals("1.0.0"));

            assertThat(here.rollOut(ModuleJar.greeting("sample", "1.1.0")).succeeded())
                    .isTrue();
            eventually(() -> there.ask("stp").equals("1.1.0"));

            there.parts().control().disable(SAMPLE, "stp", ADMIN);
            eventually(() -> here.ask("stp").equals("off"));
        }
    }

    private String installFirst() {
        try (TestPlatform platform = new TestPlatform(folder, database, migrations)) {
            assertThat(platform.rollOut(ModuleJar.greeting("sample", "1.0.0")).succeeded())
                    .isTrue();
            return "1.0.0";
        }
    }

    /** Updates on a process that dies; returns whether it did. */
    private boolean update(String version, int writes, boolean answerLost) {
        MortalDatabase mortal = new MortalDatabase(database, writes, answerLost);
        try (TestPlatform platform = new TestPlatform(folder, mortal, migrations)) {
            long rollout = platform.parts().control().rollOut(ModuleJar.greeting("sample", version).stream(), ADMIN);
            eventually(() -> mortal.dead() || ended(rollout));
            return mortal.dead();
        } catch (DatabaseException e) {
            return true;
        }
    }

    private boolean ended(long rollout) {
        // Pruning comes after the end and only reads here.
        return database.<Boolean>read(
                h -> h.createQuery("SELECT COUNT(*) FROM kernel.rollout WHERE id = ? AND ended_at IS NOT NULL")
                                .bind(0, rollout)
                                .mapTo(Long.class)
                                .one()
                        > 0);
    }

    /** What a new process makes of it: the old or the new version serves, and the rollout tells the truth about it. */
    private String serving(String before, String next) {
        try (TestPlatform platform = new TestPlatform(folder, database, migrations)) {
            eventually(() -> platform.parts().modules().missing().isEmpty());
            eventually(() -> platform.parts().modules().rollouts(100).stream().allMatch(RolloutStatus::ended));
            String serving = platform.ask("stp");
            assertThat(serving).isIn(before, next);
            assertThat(platform.moduleBundles()).hasSize(1);
            platform.parts().modules().rollouts(1).stream()
                    .filter(rollout -> rollout.to().equals(new Version(next)))
                    .forEach(rollout -> assertThat(rollout.succeeded())
                            .as("%s after %s", rollout.step(), next)
                            .isEqualTo(serving.equals(next)));
            return serving;
        }
    }
}
